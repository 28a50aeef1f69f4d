#pragma once

#include <string>
#include <string_view>

#include "agents/our_part.h"
#include "core/marked_block.h"

namespace git_session::agents {

/// A text with our marked block holding `lines`, as with_marked_block() puts it there, in the place
/// of an older one. Throws Error(conflict) for a block that somebody edited: that holds neither
/// `lines` nor a text with its digest.
WithOurPart with_block(const std::optional<std::string>& text, const std::string& lines,
                       const std::string& name, BlockMarks marks = BlockMarks::hash);
/// The way back; throws as with_block() does.
WithoutOurPart without_block(const std::string& text, const std::string& lines,
                             const std::string& name, const EmptyPlaces& empty,
                             BlockMarks marks = BlockMarks::hash);

/// Throws Error(conflict) when the text has a block of ours that somebody edited.
void require_own_block(const std::string& text, const std::string& lines, const std::string& name,
                       BlockMarks marks = BlockMarks::hash);

}  // namespace git_session::agents
