#include "mcp/resource_page.h"

#include <algorithm>
#include <tuple>

#include "base/error.h"
#include "base/text.h"
#include "json/brief_json.h"
#include "mcp/mime_type.h"
#include "mcp/resource_uri.h"

namespace git_session::mcp {
namespace {

constexpr size_t resources_of_a_page = 100;

/// The resource that comes next: the session at `path`, or its output of that number, from 1.
struct Place {
  std::string path;
  size_t number = 0;
};

std::string format(const Place& place) {
  return std::to_string(place.number) + "." + percent_encode(place.path);
}

Place parse_place(const Workspace& workspace, const std::string& cursor) {
  const size_t dot = cursor.find('.');
  const auto number = parse_integer(cursor.substr(0, dot));
  if (dot != cursor.npos && number && *number >= 0) {
    auto path = percent_decode(cursor.substr(dot + 1));
    if (path && workspace.store().layout().parse(*path)) {
      return {std::move(*path), static_cast<size_t>(*number)};
    }
  }
  throw Error(ErrorKind::usage, "the cursor is none of this list",
              "give the nextCursor of the page before");
}

bool comes_before(const SessionLocation& left, const SessionLocation& right) {
  return std::tie(left.id, left.path) > std::tie(right.id, right.path);
}

Json session_resource(const std::string& name, const Session& session) {
  Json resource = Json::object();
  resource["uri"] = format(ResourceUri{name});
  resource["name"] = session.id;
  if (!session.context.project.empty()) resource["title"] = brief_text(session.context.project);
  resource["mimeType"] = "application/json";
  return resource;
}

Json output_resource(const std::string& name, const Output& output) {
  Json resource = Json::object();
  resource["uri"] = format(ResourceUri{name, output.file});
  resource["name"] = output.file;
  if (!output.title.empty()) resource["title"] = brief_text(output.title);
  if (!output.agent.empty()) resource["description"] = "made by " + brief_text(output.agent);
  if (const auto type = mime_type_of(output.file); !type.empty()) resource["mimeType"] = type;
  if (output.bytes) resource["size"] = *output.bytes;
  return resource;
}

/// Fills one page, resource by resource.
class Page {
 public:
  explicit Page(const Workspace& workspace) : workspace_(workspace) {}

  /// The session's resources from that number on; false when the page is full before they end.
  bool add(const SessionLocation& location, size_t number) {
    const Session session = workspace_.load(location);
    const std::string name = resource_name(workspace_, session);
    for (; number <= session.outputs.size(); ++number) {
      const bool is_session = number == 0;
      const Output* output = is_session ? nullptr : &session.outputs[number - 1];
      if (output && (!output->exists || output->outside)) continue;
      if (resources_.size() == resources_of_a_page) {
        next_ = format(Place{location.path, number});
        return false;
      }
      resources_.push_back(is_session ? session_resource(name, session)
                                      : output_resource(name, *output));
    }
    return true;
  }

  Json result() && {
    Json result = Json::object();
    result["resources"] = std::move(resources_);
    if (!next_.empty()) result["nextCursor"] = next_;
    return result;
  }

 private:
  const Workspace& workspace_;
  Json resources_ = Json::array();
  std::string next_;
};

}  // namespace

Json list_page(const Workspace& workspace, const std::string& cursor) {
  std::vector<SessionLocation> locations = workspace.locations(Scope::sessions);
  std::sort(locations.begin(), locations.end(), comes_before);
  Place place;
  auto next = locations.begin();
  if (!cursor.empty()) {
    place = parse_place(workspace, cursor);
    next = std::lower_bound(locations.begin(), locations.end(),
                            *workspace.store().layout().parse(place.path), comes_before);
  }
  Page page(workspace);
  for (; next != locations.end(); ++next) {
    const size_t number = next->path == place.path ? place.number : 0;
    try {
      if (!page.add(*next, number)) break;
    } catch (const Error& error) {
      if (error.kind() != ErrorKind::not_found) throw;
    }
  }
  return std::move(page).result();
}

}  // namespace git_session::mcp
