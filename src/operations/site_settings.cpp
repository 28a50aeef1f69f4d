#include "operations/site_settings.h"

#include <algorithm>

#include "base/error.h"
#include "base/text.h"
#include "http/http_address.h"

namespace git_session {
namespace {

constexpr size_t longest_cloud_id = 64;

/// The settings of one site, and the errors that name them.
class SiteSettings {
 public:
  SiteSettings(const Workspace& workspace, SiteKind kind) : workspace_(workspace), kind_(kind) {}

  std::string name(const std::string& key) const { return "session." + key_of(kind_) + "." + key; }
  std::string value(const std::string& key) const {
    return workspace_.settings().find(name(key)).value;
  }
  /// `expected` follows "must be"; a value that may hold a password is not shown.
  Error invalid(const std::string& key, const std::string& expected,
                const std::string& example) const {
    const bool is_secret = value(key).find('@') != std::string::npos && key != "user";
    return Error(ErrorKind::invalid_data,
                 name(key) + (is_secret ? "" : " is '" + escape_line(value(key)) + "', but") +
                     " must be " + expected,
                 "git config " + name(key) + " " + example);
  }

 private:
  const Workspace& workspace_;
  SiteKind kind_;
};

bool has_control(std::string_view text) {
  return std::any_of(text.begin(), text.end(),
                     [](unsigned char c) { return c < ' ' || c == 0x7f; });
}

std::string without_slashes(std::string text) {
  while (text.ends_with('/')) text.pop_back();
  return text;
}

std::string example_site(const Site& site) {
  const bool is_confluence = site.kind == SiteKind::confluence;
  if (site.edition == SiteEdition::datacenter)
    return is_confluence ? "https://confluence.company.com" : "https://jira.company.com";
  return is_confluence ? "https://company.atlassian.net/wiki" : "https://company.atlassian.net";
}

/// An address without a query; nullopt for anything that is not one.
std::optional<HttpAddress> parse_plain_address(const std::string& text) {
  try {
    HttpAddress address = parse_http_address(text);
    address.path = without_slashes(address.path);
    const bool is_plain =
        address.path.find('?') == address.path.npos && address.path.find("//") == address.path.npos;
    return is_plain ? std::optional(address) : std::nullopt;
  } catch (const Error&) {
    return std::nullopt;
  }
}

void read_edition(const SiteSettings& settings, const HttpAddress& address, Site& site) {
  const std::string edition = to_lower_ascii(settings.value("edition"));
  const bool looks_like_cloud = address.host.ends_with(".atlassian.net");
  if (edition != "cloud" && edition != "datacenter" && !edition.empty())
    throw settings.invalid("edition", "cloud or datacenter", "datacenter");
  const bool is_cloud = edition.empty() ? looks_like_cloud : edition == "cloud";
  site.edition = is_cloud ? SiteEdition::cloud : SiteEdition::datacenter;
}

void read_address(const SiteSettings& settings, Site& site) {
  const std::string text = without_slashes(settings.value("site"));
  const auto address = parse_plain_address(text);
  if (!address)
    throw settings.invalid("site",
                           "https://HOST[:PORT][/PATH] without a user, a password or a query",
                           example_site(site));
  read_edition(settings, *address, site);
  site.path = address->path;
  site.origin = text.substr(0, text.size() - site.path.size());
  const bool is_cloud = site.edition == SiteEdition::cloud;
  const std::string cloud_path = site.kind == SiteKind::confluence ? "/wiki" : "";
  if (is_cloud && site.path.empty()) site.path = cloud_path;
  if (is_cloud && site.path != cloud_path)
    throw settings.invalid("site", "the site alone, without the path of a page or a project",
                           example_site(site));
  site.address = site.origin + site.path;
}

void read_user(const SiteSettings& settings, Site& site) {
  site.user = settings.value("user");
  if (site.user.empty() && site.edition == SiteEdition::cloud)
    throw Error(ErrorKind::invalid_data,
                settings.name("user") + " is not set: an API token of " + site.address +
                    " belongs to an e-mail address",
                "git config --global " + settings.name("user") + " ada@company.com");
  if (has_control(site.user) || site.user.find(':') != site.user.npos)
    throw settings.invalid("user", "one line without a colon", "ada@company.com");
}

void read_gateway(const SiteSettings& settings, Site& site) {
  site.gateway = without_slashes(settings.value("gateway"));
  site.cloud_id = settings.value("cloudId");
  const auto is_of_id = [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-';
  };
  if (site.cloud_id.size() > longest_cloud_id ||
      !std::all_of(site.cloud_id.begin(), site.cloud_id.end(), is_of_id))
    throw settings.invalid("cloudId", "letters, digits and hyphens",
                           "11223344-a1b2-3b33-c444-def123456789");
  if (site.gateway.empty()) return;
  const auto address = parse_plain_address(site.gateway);
  if (!address || !address->path.empty())
    throw settings.invalid("gateway", "https://HOST[:PORT]", "https://api.atlassian.com");
  if (site.edition != SiteEdition::cloud)
    throw Error(ErrorKind::invalid_data,
                settings.name("gateway") + " is set, but only Cloud has a gateway",
                "git config --unset " + settings.name("gateway"));
}

void read_ca_file(const SiteSettings& settings, Site& site) {
  site.ca_file = settings.value("caFile");
  if (!site.ca_file.empty() && (site.ca_file[0] != '/' || has_control(site.ca_file)))
    throw settings.invalid("caFile", "an absolute path", "/etc/ssl/certs/company.pem");
}

}  // namespace

std::string key_of(SiteKind kind) { return kind == SiteKind::confluence ? "confluence" : "jira"; }

std::string name_of(SiteKind kind) { return kind == SiteKind::confluence ? "Confluence" : "Jira"; }

std::optional<Site> configured_site(const Workspace& workspace, SiteKind kind) {
  const SiteSettings settings(workspace, kind);
  if (settings.value("site").empty()) return std::nullopt;
  Site site;
  site.kind = kind;
  read_address(settings, site);
  read_user(settings, site);
  read_gateway(settings, site);
  read_ca_file(settings, site);
  return site;
}

ConfluencePlace confluence_defaults(const Workspace& workspace, const std::string& team,
                                    const std::string& project) {
  std::vector<std::string> sections;
  if (!project.empty()) sections.push_back("session.confluence.project." + project);
  if (!team.empty()) sections.push_back("session.confluence.team." + team);
  sections.emplace_back("session.confluence");
  ConfluencePlace place;
  for (const std::string& section : sections) {
    const auto value = [&](const char* key) {
      return std::string(
          trim(workspace.repository().configuration().get(section + key).value_or("")));
    };
    if (place.parent.empty()) place.parent = value(".parent");
    place.space = value(".space");
    if (!place.space.empty()) break;
  }
  return place;
}

}  // namespace git_session
