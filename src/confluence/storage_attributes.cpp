#include "confluence/storage_attributes.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace git_session::confluence {
namespace {

// Ids that are new with each save, and what is known from elsewhere: no author sees any of them.
constexpr std::array<std::string_view, 13> bookkeeping{
    "ac:breakout-mode",  "ac:breakout-width",  "ac:custom-width",   "ac:local-id",
    "ac:macro-id",       "ac:original-height", "ac:original-width", "ac:schema-version",
    "ac:task-list-id",   "data-local-id",      "data-uuid",         "local-id",
    "ri:version-at-save"};

struct Default {
  std::string_view name;
  std::string_view value;
};

constexpr std::array<Default, 9> defaults{{{"ac:layout", "center"},
                                           {"class", ""},
                                           {"colspan", "1"},
                                           {"data-layout", "default"},
                                           {"data-table-display-mode", "default"},
                                           {"data-table-width", "760"},
                                           {"rowspan", "1"},
                                           {"start", "1"},
                                           {"style", ""}}};

bool is_heading(std::string_view name) {
  return name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6';
}

bool is_class_of_editor(std::string_view name) {
  constexpr std::array<std::string_view, 3> names{"auto-cursor-target", "placeholder-inline-tasks",
                                                  "wrapped"};
  return name.empty() || name.starts_with("confluence") ||
         std::find(names.begin(), names.end(), name) != names.end();
}

std::string canonical_class(std::string_view value) {
  std::vector<std::string> names = split(value, ' ');
  std::erase_if(names, is_class_of_editor);
  std::sort(names.begin(), names.end());
  return join(names, " ");
}

/// One blank for each run of them, none behind a comma or at the ends.
std::string canonical_value(std::string_view value) {
  std::string out;
  for (const char c : trim(value)) {
    const bool is_blank = c == ' ' || c == '\t' || c == '\n' || c == '\r';
    if (!is_blank) {
      if (c == ',' && out.ends_with(' ')) out.pop_back();
      out += c;
    } else if (!out.ends_with(' ') && !out.ends_with(',')) {
      out += ' ';
    }
  }
  return out;
}

std::string canonical_style(std::string_view value) {
  std::vector<std::string> declarations;
  for (const std::string& part : split(value, ';')) {
    const size_t colon = part.find(':');
    if (trim(part).empty()) continue;
    const std::string property = to_lower_ascii(trim(std::string_view(part).substr(0, colon)));
    std::string setting =
        colon == part.npos ? "" : canonical_value(std::string_view(part).substr(colon + 1));
    if (property == "text-align") {
      // Cloud has words of its own for the sides; the left one goes without saying.
      if (setting == "left" || setting == "start") continue;
      if (setting == "right") setting = "end";
    }
    declarations.push_back(colon == part.npos ? property : property + ": " + setting);
  }
  std::stable_sort(declarations.begin(), declarations.end(),
                   [](std::string_view left, std::string_view right) {
                     return left.substr(0, left.find(':')) < right.substr(0, right.find(':'));
                   });
  return join(declarations, "; ");
}

bool means_nothing(const StorageAttribute& attribute) {
  if (std::find(bookkeeping.begin(), bookkeeping.end(), attribute.name) != bookkeeping.end()) {
    return true;
  }
  return std::any_of(defaults.begin(), defaults.end(), [&attribute](const Default& each) {
    return each.name == attribute.name && each.value == attribute.value;
  });
}

}  // namespace

void make_canonical_attributes(StorageNode& element) {
  for (StorageAttribute& attribute : element.attributes) {
    if (attribute.name == "class") attribute.value = canonical_class(attribute.value);
    if (attribute.name == "style") attribute.value = canonical_style(attribute.value);
  }
  const bool has_title = element.attribute("ri:content-title") != nullptr;
  std::erase_if(element.attributes, [&](const StorageAttribute& attribute) {
    // Confluence derives the one from the text of a heading, and finds the other by the title.
    if (attribute.name == "id" && is_heading(element.name)) return true;
    if (attribute.name == "ri:content-id" && has_title) return true;
    return means_nothing(attribute);
  });
  std::sort(element.attributes.begin(), element.attributes.end(),
            [](const auto& left, const auto& right) { return left.name < right.name; });
}

}  // namespace git_session::confluence
