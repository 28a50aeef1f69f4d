#include "support/temporary_directory.h"

#include <cerrno>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <system_error>

namespace git_session {
namespace {

[[noreturn]] void give_up(const std::string& what) {
  throw std::system_error(errno, std::generic_category(), what);
}

}  // namespace

TemporaryDirectory::TemporaryDirectory() {
  const auto parent = std::filesystem::canonical(std::filesystem::temp_directory_path());
  path_ = (parent / "git-session-test-XXXXXX").string();
  if (mkdtemp(path_.data()) == nullptr) give_up(path_);
}

TemporaryDirectory::~TemporaryDirectory() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

std::string TemporaryDirectory::path_of(std::string_view relative) const {
  return relative.empty() ? path_ : path_ + "/" + std::string(relative);
}

std::string TemporaryDirectory::write(std::string_view relative, std::string_view bytes) const {
  const std::string path = path_of(relative);
  std::filesystem::create_directories(std::filesystem::path(path).parent_path());
  std::ofstream file(path, std::ios::binary | std::ios::trunc);
  file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  file.close();
  if (!file) give_up(path);
  return path;
}

std::string TemporaryDirectory::read(std::string_view relative) const {
  const std::string path = path_of(relative);
  std::ifstream file(path, std::ios::binary);
  if (!file) give_up(path);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

std::string TemporaryDirectory::make_directory(std::string_view relative) const {
  const std::string path = path_of(relative);
  std::filesystem::create_directories(path);
  return path;
}

bool TemporaryDirectory::exists(std::string_view relative) const {
  return std::filesystem::exists(std::filesystem::symlink_status(path_of(relative)));
}

}  // namespace git_session
