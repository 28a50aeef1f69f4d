#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace git_session {

/// Characters drawn by lot, the same for the same seed: what stands here is no secret, and nothing
/// in these sources looks like one.
std::string drawn(std::string_view alphabet, size_t length, unsigned seed = 1);

inline constexpr std::string_view base62 =
    "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
inline constexpr std::string_view base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
inline constexpr std::string_view base64url =
    "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_-";
inline constexpr std::string_view hexadecimal = "0123456789abcdef";

/// A secret that was never given out, and the rule that has to find it.
struct FakeSecret {
  std::string rule;
  std::string text;
};

/// One of each format of a token that has a prefix of its own.
std::vector<FakeSecret> fake_tokens(unsigned seed = 1);
/// `RSA PRIVATE KEY`, `OPENSSH PRIVATE KEY`, `PGP PRIVATE KEY BLOCK`, …: with lines parted by
/// `end`.
std::string fake_private_key(const std::string& label, const std::string& end = "\n",
                             unsigned seed = 1);

}  // namespace git_session
