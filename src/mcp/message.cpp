#include "mcp/message.h"

#include <utility>
#include <vector>

namespace git_session::mcp {
namespace {

constexpr size_t most_levels = 64;
constexpr size_t most_values = 50000;
constexpr size_t most_keys = 256;
constexpr size_t longest_id = 256;

/// Goes through a text without keeping any of it, and stops where it gets too much. (Objects of
/// Json look for a key one by one, so many keys would cost their square.)
class LimitCheck : public nlohmann::json_sax<Json> {
 public:
  const std::string& fault() const { return fault_; }

  bool null() override { return count(); }
  bool boolean(bool) override { return count(); }
  bool number_integer(number_integer_t) override { return count(); }
  bool number_unsigned(number_unsigned_t) override { return count(); }
  bool number_float(number_float_t, const string_t&) override { return count(); }
  bool string(string_t&) override { return count(); }
  bool binary(binary_t&) override { return count(); }
  bool start_object(size_t) override { return open(); }
  bool start_array(size_t) override { return open(); }
  bool end_object() override { return close(); }
  bool end_array() override { return close(); }
  bool key(string_t&) override {
    return ++keys_.back() <= most_keys || fail("an object has too many keys");
  }
  bool parse_error(size_t, const std::string&, const nlohmann::detail::exception&) override {
    return fail("the line is no JSON in UTF-8");
  }

 private:
  bool fail(const char* fault) {
    fault_ = fault;
    return false;
  }
  bool count() { return ++values_ <= most_values || fail("the message has too many values"); }
  bool open() {
    keys_.push_back(0);
    if (keys_.size() > most_levels) return fail("the message is nested too deep");
    return count();
  }
  bool close() {
    keys_.pop_back();
    return true;
  }

  std::string fault_;
  size_t values_ = 0;
  std::vector<size_t> keys_;  ///< of the containers that are open
};

Message broken(FailureCode code, std::string why, Json id = nullptr) {
  Message message;
  message.id = std::move(id);
  message.failure = Failure{code, std::move(why)};
  return message;
}

bool is_id(const Json& id) {
  return id.is_number_integer() ||
         (id.is_string() && id.get_ref<const std::string&>().size() <= longest_id);
}

/// A member of an object; null when it is not there.
const Json& member(const Json& object, const char* key) {
  static const Json none;
  const auto found = object.find(key);
  return found == object.end() ? none : *found;
}

Message message_from(const Json& root) {
  if (!root.is_object()) {
    return broken(FailureCode::invalid_request, "one message a line: an object, no list");
  }
  Message message;
  message.id = is_id(member(root, "id")) ? root["id"] : Json();
  if (member(root, "jsonrpc") != "2.0") {
    return broken(FailureCode::invalid_request, "jsonrpc is not \"2.0\"", message.id);
  }
  if (!root.contains("method") && (root.contains("result") || root.contains("error"))) {
    message.kind = Message::Kind::response;
    return message;
  }
  if (!member(root, "method").is_string()) {
    return broken(FailureCode::invalid_request, "the message has no method", message.id);
  }
  message.method = root["method"];
  if (root.contains("id") && message.id.is_null()) {
    return broken(FailureCode::invalid_request, "the id is neither a text nor an integer");
  }
  const Json& params = member(root, "params");
  if (!params.is_null() && !params.is_object()) {
    return broken(FailureCode::invalid_params, "params is no object", message.id);
  }
  if (params.is_object()) message.params = params;
  message.kind = root.contains("id") ? Message::Kind::request : Message::Kind::notification;
  return message;
}

}  // namespace

Message parse_message(std::string_view line) {
  LimitCheck check;
  if (!Json::sax_parse(line.begin(), line.end(), &check)) {
    return broken(FailureCode::parse_error, check.fault());
  }
  return message_from(Json::parse(line.begin(), line.end()));
}

Message too_long_message() {
  return broken(FailureCode::invalid_request, "the line is longer than 16 MiB");
}

}  // namespace git_session::mcp
