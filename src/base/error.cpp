#include "base/error.h"

#include <cerrno>
#include <system_error>

namespace git_session {
namespace {

std::string hint_for(int error_number) {
  switch (error_number) {
    case ENOSPC:
    case EDQUOT:
      return "free some disk space, then repeat the command";
    case EROFS:
    case EACCES:
    case EPERM:
      return "check who owns it and whether the file system is mounted read-only";
    default:
      return {};
  }
}

}  // namespace

const char* name_of(ErrorKind kind) {
  switch (kind) {
    case ErrorKind::usage:
      return "usage";
    case ErrorKind::not_found:
      return "not_found";
    case ErrorKind::no_session:
      return "no_session";
    case ErrorKind::ambiguous:
      return "ambiguous";
    case ErrorKind::conflict:
      return "conflict";
    case ErrorKind::refused:
      return "refused";
    case ErrorKind::invalid_data:
      return "invalid_data";
    case ErrorKind::unavailable:
      return "unavailable";
    case ErrorKind::internal:
      return "internal";
  }
  return "internal";
}

Error system_error(const std::string& what, const std::string& path, int error_number) {
  return Error(ErrorKind::unavailable,
               what + " '" + path + "': " + std::generic_category().message(error_number),
               hint_for(error_number));
}

}  // namespace git_session
