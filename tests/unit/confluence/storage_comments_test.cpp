#include "confluence/storage_comments.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "confluence/storage_canonical.h"
#include "support/storage_samples.h"

namespace git_session::confluence {
namespace {

std::string marked(const std::string& ref, const std::string& text) {
  return "<ac:inline-comment-marker ac:ref=\"" + ref + "\">" + text + "</ac:inline-comment-marker>";
}

std::string code(const std::string& text) {
  return "<ac:structured-macro ac:name=\"code\"><ac:plain-text-body><![CDATA[" + text +
         "]]></ac:plain-text-body></ac:structured-macro>";
}

TEST(StorageCommentsTest, ListsTheMarkers) {
  const std::vector<CommentMarker> expected{{"1", "a b"}, {"2", "b"}, {"3", "link"}};
  EXPECT_EQ(comment_markers("<p>" + marked("1", "a ") + "<strong>" + marked("1", marked("2", "b")) +
                            "</strong></p><ac:link><ac:link-body>" + marked("3", "link") +
                            "</ac:link-body></ac:link>"),
            expected);
}

TEST(StorageCommentsTest, BringsMarkersToTheirText) {
  const struct {
    std::string remote, storage, kept;
  } cases[] = {
      {"<p>a " + marked("1", "big word") + " c</p>", "<h1>x</h1><p>y big word z</p>",
       "<h1>x</h1><p>y " + marked("1", "big word") + " z</p>"},
      {"<p>" + marked("1", "all") + "</p>", "<ul><li>all</li></ul>",
       "<ul><li>" + marked("1", "all") + "</li></ul>"},
      // Styles that are whole lie in the marker, and the marker in a style that is not.
      {"<p>" + marked("1", "a ") + "<strong>" + marked("1", "b") + "</strong></p>",
       "<p>a <strong>b</strong> c</p>", "<p>" + marked("1", "a <strong>b</strong>") + " c</p>"},
      {"<p>" + marked("1", "a") + "</p>", "<p>x <strong>a b</strong></p>",
       "<p>x <strong>" + marked("1", "a") + " b</strong></p>"},
      {"<p><code>" + marked("1", "run()") + "</code></p>", "<p>x <code>run()</code></p>",
       "<p>x " + marked("1", "<code>run()</code>") + "</p>"},
      // Once with the same words around it.
      {"<p>the first cat " + marked("1", "sat") + " on a mat</p>",
       "<p>a dog sat there</p><p>the first cat sat on a mat</p>",
       "<p>a dog sat there</p><p>the first cat " + marked("1", "sat") + " on a mat</p>"},
      {"<p>one " + marked("1", "two") + " three</p>",
       "<p>zero two four</p><p>x one two three y</p>",
       "<p>zero two four</p><p>x one " + marked("1", "two") + " three y</p>"},
      {"<p>" + marked("1", "two") + "</p>", "<p>one two</p><p>two</p>",
       "<p>one two</p><p>" + marked("1", "two") + "</p>"},
      // White space is what it looks like.
      {"<p>" + marked("1", "a\n b") + "</p>", "<p>x a b</p>",
       "<p>x " + marked("1", "a b") + "</p>"},
      // Two comments, one about a part of the other's text.
      {"<p>" + marked("1", "a " + marked("2", "b") + " c") + "</p>", "<p>x a b c</p>",
       "<p>x " + marked("1", "a " + marked("2", "b") + " c") + "</p>"},
      {"<p>" + marked("1", marked("2", "ab")) + "</p>", "<p>ab</p>",
       "<p>" + marked("2", marked("1", "ab")) + "</p>"},
      {"<p>" + marked("1", "a link") + "</p>",
       "<p><ac:link><ri:page ri:content-title=\"a link\" /><ac:link-body>to a link</ac:link-body>"
       "</ac:link></p>",
       "<p><ac:link><ri:page ri:content-title=\"a link\" /><ac:link-body>to " +
           marked("1", "a link") + "</ac:link-body></ac:link></p>"},
      {"<p>" + marked("1", "cell") + "</p>",
       "<table><tbody><tr><td>a cell</td></tr></tbody></table>",
       "<table><tbody><tr><td>a " + marked("1", "cell") + "</td></tr></tbody></table>"},
  };
  for (const auto& [remote, storage, kept] : cases) {
    const KeptComments result = keep_comments(remote, storage);
    EXPECT_EQ(result.storage, kept);
    EXPECT_TRUE(result.lost.empty()) << remote;
  }
}

TEST(StorageCommentsTest, SaysWhichMarkersAreLost) {
  const std::string word = marked("1", "word");
  const struct {
    std::string remote, storage;
  } cases[] = {
      {"<p>" + word + "</p>", "<p>other</p>"},
      {"<p>" + word + "</p>", "<p>a word b</p><p>c word d</p>"},
      {"<p>" + word + "</p>", "<p>wordy</p>"},
      {"<p>" + word + "</p>", code("word")},
      {"<p>" + word + "</p>", "<p><code>a word</code></p>"},
      {"<p>" + word + "</p>", "<pre>word</pre>"},
      {"<p>" + word + "</p>",
       "<ac:structured-macro ac:name=\"info\"><ac:parameter ac:name=\"title\">word</ac:parameter>"
       "</ac:structured-macro>"},
      {"<p>" + word + "</p>", "<p>wo<strong>rd more</strong></p>"},
      {"<p>" + word + "</p>", "<p>wo</p><p>rd</p>"},
      {"<p>" + marked("1", "a") + " x " + marked("1", "b") + "</p>", "<p>a x b</p>"},
      {"<p>" + marked("1", "a") + "</p><p>" + marked("1", "b") + "</p>", "<p>ab</p>"},
      {"<p>" + marked("1", "<ac:image />") + "</p>", "<p><ac:image /></p>"},
      {"<p>" + marked("1", " ") + "</p>", "<p>a b</p>"},
  };
  for (const auto& [remote, storage] : cases) {
    const KeptComments result = keep_comments(remote, storage);
    EXPECT_EQ(result.storage, storage) << remote;
    EXPECT_EQ(result.lost.size(), 1U) << remote << storage;
  }
}

TEST(StorageCommentsTest, LeavesResolvedCommentsAlone) {
  const std::set<std::string> open{"2"};
  const std::string remote =
      "<p>" + marked("1", "a") + marked("2", "b") + marked("3", "c") + "</p>";
  const KeptComments result = keep_comments(remote, "<p>a b</p>", &open);
  EXPECT_EQ(result.storage, "<p>a " + marked("2", "b") + "</p>");
  EXPECT_TRUE(result.lost.empty());
  const std::set<std::string> none;
  EXPECT_EQ(keep_comments(remote, "<p>a b</p>", &none).storage, "<p>a b</p>");
}

TEST(StorageCommentsTest, ChangesNothingElse) {
  EXPECT_TRUE(rc::check("any two pages", [] {
    const std::string remote = write_storage(*any_storage_nodes());
    const std::string storage = write_storage(*any_storage_nodes());
    const KeptComments kept = keep_comments(remote, storage);
    RC_ASSERT(canonical_storage(kept.storage) == canonical_storage(storage));
    RC_ASSERT(kept.lost.size() <= comment_markers(remote).size());
  }));
}

TEST(StorageCommentsTest, KeepsAllOnAPageThatDidNotChange) {
  const std::string remote = "<h1>" + marked("1", "Title") + "</h1><p>a " + marked("2", "b c") +
                             " d</p><ul><li><p>b c</p></li></ul>";
  const KeptComments kept =
      keep_comments(remote, "<h1>Title</h1><p>a b c d</p><ul><li><p>b c</p></li></ul>");
  EXPECT_EQ(kept.storage, remote);
}

}  // namespace
}  // namespace git_session::confluence
