#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace git_session {

/// A value of any shape: what unknown metadata keys hold, and what an edit writes.
class Value {
 public:
  using Sequence = std::vector<Value>;
  using Mapping = std::vector<std::pair<std::string, Value>>;  ///< in the file's order

  Value() = default;  ///< null
  Value(bool value) : data_(value) {}
  Value(int64_t value) : data_(value) {}
  Value(int value) : data_(int64_t{value}) {}
  Value(double value) : data_(value) {}
  Value(std::string value) : data_(std::move(value)) {}
  Value(const char* value) : data_(std::string(value)) {}
  Value(Sequence value) : data_(std::move(value)) {}
  Value(Mapping value) : data_(std::move(value)) {}

  bool is_null() const { return std::holds_alternative<std::monostate>(data_); }
  const bool* boolean() const { return std::get_if<bool>(&data_); }
  const int64_t* integer() const { return std::get_if<int64_t>(&data_); }
  const double* real() const { return std::get_if<double>(&data_); }
  const std::string* text() const { return std::get_if<std::string>(&data_); }
  const Sequence* sequence() const { return std::get_if<Sequence>(&data_); }
  const Mapping* mapping() const { return std::get_if<Mapping>(&data_); }

  Sequence* sequence() { return std::get_if<Sequence>(&data_); }
  Mapping* mapping() { return std::get_if<Mapping>(&data_); }

  bool operator==(const Value&) const = default;

 private:
  std::variant<std::monostate, bool, int64_t, double, std::string, Sequence, Mapping> data_;
};

}  // namespace git_session
