#pragma once

#include <string>
#include <string_view>

namespace git_session {

// What `init` writes.

/// The README.md of the session root, for colleagues who never heard of us.
std::string_view layout_readme();
/// The .gitignore of the session root: litter of editors and systems, and leftovers of ours.
std::string_view layout_gitignore();
/// The lines of a .gitignore, of the root or of the top level, that bring back what a pattern above
/// them ignores of `root`, and then leave out litter as `init` does.
std::string tracking_lines(std::string_view root, bool at_top_level);
/// scripts/NAME.py, for the `name` of a script it replaces: passes its arguments on to the
/// installed program.
std::string launcher_script(std::string_view name);

/// The line of .gitattributes that folds what lies under `root` away in pull requests and keeps its
/// bytes.
std::string attributes_line(std::string_view root);
/// The lines of info/attributes that have git ask our merge driver for metadata files and ledgers
/// under `root`.
std::string merge_attributes_lines(std::string_view root);
/// The line of .ignore that keeps ripgrep and fd out of `root`.
std::string search_ignore_line(std::string_view root);

}  // namespace git_session
