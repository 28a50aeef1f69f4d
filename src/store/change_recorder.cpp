#include "store/change_recorder.h"

#include "base/content_id.h"
#include "base/error.h"
#include "base/file_copy.h"

namespace git_session {

void ChangeRecorder::begin(const std::string& verb, Instant now) {
  std::lock_guard guard(mutex_);
  operation_.emplace();
  operation_->verb = verb;
  operation_->time = now;
}

void ChangeRecorder::pause() {
  std::lock_guard guard(mutex_);
  operation_.reset();
}

void ChangeRecorder::stop() {
  std::lock_guard guard(mutex_);
  is_broken_ = true;
}

void ChangeRecorder::add(const FileStep& step, const Keep& keep) {
  std::lock_guard guard(mutex_);
  if (!operation_ || is_broken_) return;
  try {
    if (operation_->number == 0) {
      operation_->number = log_.reserve(operation_->time);
      log_.begin(*operation_);
    }
    if (keep) keep(operation_->number);
    log_.append(operation_->number, step);
  } catch (const Error&) {
    is_broken_ = true;
  }
}

void ChangeRecorder::will_write(const std::string& path, const std::optional<std::string>& before,
                                const std::string& after) {
  const FileStep step{
      FileStep::Kind::write, path, {}, before ? content_id(*before) : "", content_id(after)};
  add(step, [&](int number) {
    if (before) log_.keep(number, step.before, *before);
  });
}

void ChangeRecorder::will_replace(const std::string& path, const Directory& folder,
                                  const std::string& name, std::string_view after) {
  std::optional<FileDescriptor> file;
  FileStep step{FileStep::Kind::write, path, {}, {}, content_id(after)};
  try {
    file = folder.open_file(name);
    if (file) step.before = content_id(*file, path);
  } catch (const Error&) {
    // Whoever writes finds out whether that matters.
    return stop();
  }
  add(step, [&](int number) {
    if (!file) return;
    rewind_file(*file);
    log_.keep(number, step.before, *file);
  });
}

void ChangeRecorder::will_remove(const std::string& path, const std::string& before,
                                 unsigned mode) {
  const FileStep step{FileStep::Kind::remove, path, {}, content_id(before), {}, mode};
  add(step, [&](int number) { log_.keep(number, step.before, before); });
}

void ChangeRecorder::note(const FileStep& step) { add(step, {}); }

void ChangeRecorder::will_move_folder(const std::string& source, const std::string& path) {
  add({FileStep::Kind::move_folder, path, source, {}, {}}, {});
}

}  // namespace git_session
