#include "store/secrets_allow_file.h"

#include "base/error.h"

namespace git_session {
namespace {

constexpr uint64_t most_bytes = uint64_t{256} * 1024;

}  // namespace

SecretAllowList read_secrets_allow_file(const Directory& top_level, const SessionLayout& layout) {
  try {
    auto text = top_level.read_file(secrets_allow_path(layout), most_bytes);
    return text ? SecretAllowList::parse(*text) : SecretAllowList();
  } catch (const Error& error) {
    return SecretAllowList::unreadable(error.what());
  }
}

}  // namespace git_session
