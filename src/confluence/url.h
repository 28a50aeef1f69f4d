#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace git_session::confluence {

/// With `%41` read as `A`; a percent sign that escapes nothing stays.
std::string decoded_url(std::string_view url);

/// With blanks and control characters written as `%20`, which no address may hold.
std::string encoded_url(std::string_view url);

/// In small letters; empty when the address is a path or a fragment.
std::string scheme_of(std::string_view url);

/// Whether a reader may be sent there by a click: pages, mail, telephone, files on servers, nothing
/// that a browser runs. Paths and fragments are.
bool is_harmless_link(std::string_view url);

/// The path of a file below the folder of the document, percent escapes decoded, without `./`,
/// query and fragment; nullopt when it is no such path: an address, absolute, or leading upwards.
std::optional<std::string> local_path(std::string_view url);

}  // namespace git_session::confluence
