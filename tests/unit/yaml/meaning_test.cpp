#include <gtest/gtest.h>

#include "base/error.h"
#include "yaml/edit.h"

namespace git_session::yaml {
namespace {

const Value start = Value::Mapping{
    {"a", 1}, {"b", Value::Sequence{"x", "y"}}, {"c", Value::Mapping{{"d", Value()}}}};

Value edited(const Edit& edit) { return apply_to_value(start, {edit}); }

TEST(MeaningTest, Sets) {
  EXPECT_EQ(*edited(Set{{"a"}, "new"}).mapping()->at(0).second.text(), "new");
  EXPECT_EQ(edited(Set{{"e"}, 1, "a"}).mapping()->at(1).first, "e");
  EXPECT_EQ(edited(Set{{"e"}, 1, "c"}).mapping()->at(3).first, "e");
  EXPECT_EQ(edited(Set{{"e"}, 1, "z"}).mapping()->at(3).first, "e");
  EXPECT_EQ(edited(Set{{"c", "d", "x", "y"}, 1}).mapping()->at(2).second,
            Value(Value::Mapping{{"d", Value::Mapping{{"x", Value::Mapping{{"y", 1}}}}}}));
}

TEST(MeaningTest, Removes) {
  EXPECT_EQ(edited(Remove{{"b", size_t{0}}}).mapping()->at(1).second, Value(Value::Sequence{"y"}));
  EXPECT_EQ(edited(Remove{{"c", "d"}}).mapping()->at(2).second, Value(Value::Mapping{}));
  for (const Path& absent : {Path{"z"}, Path{"z", "y"}, Path{"b", size_t{2}}, Path{"a", "x"}}) {
    EXPECT_EQ(edited(Remove{absent}), start);
  }
}

TEST(MeaningTest, Appends) {
  EXPECT_EQ(edited(Append{{"b"}, 1}).mapping()->at(1).second, Value(Value::Sequence{"x", "y", 1}));
  EXPECT_EQ(edited(Append{{"c", "d"}, 1}).mapping()->at(2).second,
            Value(Value::Mapping{{"d", Value::Sequence{1}}}));
  EXPECT_EQ(edited(Append{{"n", "m"}, 1}).mapping()->at(3).second,
            Value(Value::Mapping{{"m", Value::Sequence{1}}}));
}

TEST(MeaningTest, RefusesWhatMakesNoSense) {
  for (const Edit& edit :
       std::vector<Edit>{Set{{}, 1}, Set{{"b"}, 1}, Set{{"a", "x"}, 1}, Set{{"b", size_t{2}}, 1},
                         Set{{"n", size_t{0}}, 1}, Set{{"a"}, Value::Sequence{1}}, Remove{{}},
                         Append{{"a"}, 1}}) {
    EXPECT_THROW(edited(edit), Error);
  }
}

}  // namespace
}  // namespace git_session::yaml
