#pragma once

#include <sys/stat.h>

#include <optional>
#include <string>

#include "base/error.h"
#include "base/file.h"

namespace git_session {

/// What a file is to be like that takes a place.
struct Attributes {
  unsigned mode = 0;                 ///< 0: as new files get
  std::optional<timespec> modified;  ///< now unless given
};

/// A copy that takes the place of its original shall be no newer.
Attributes attributes_of(const FileDescriptor& file, const std::string& path);

/// The name under which a file grows until it is whole; as long for the longest names.
std::string incoming_name(const std::string& path);
/// Writes a file under its hidden name: whole, durable, read back. Returns that name.
std::string bring(const Directory& parent, const std::string& path, const FileDescriptor& content,
                  const std::string& id, const Attributes& attributes);

std::string base_name(const std::string& path);
Error changed_meanwhile(const std::string& path);

}  // namespace git_session
