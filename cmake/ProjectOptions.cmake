# Flags for every target of this project; sanitizers and the like are chosen by the presets.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)

option(BUILD_TESTING "Build the tests" ON)
option(GIT_SESSION_BENCHMARKS "Build the benchmarks" OFF)
option(GIT_SESSION_FUZZERS "Build the libFuzzer targets (clang only)" OFF)
option(GIT_SESSION_WARNINGS_AS_ERRORS "Warnings are errors (our presets turn this on)" OFF)
option(GIT_SESSION_PORTABLE "Leave out what only Linux has and use the portable fallbacks" OFF)
set(GIT_SESSION_SANITIZE "" CACHE STRING "Value for -fsanitize=, empty for none")

add_library(project_options INTERFACE)
# gcc 12 reports -Wrestrict falsely for std::string at -O2.
target_compile_options(project_options INTERFACE -Wall -Wextra -Wshadow
                       $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>)
if(GIT_SESSION_WARNINGS_AS_ERRORS)
  target_compile_options(project_options INTERFACE -Werror)
endif()
if(GIT_SESSION_PORTABLE)
  target_compile_definitions(project_options INTERFACE GIT_SESSION_PORTABLE)
endif()
if(GIT_SESSION_SANITIZE)
  target_compile_options(project_options INTERFACE -fsanitize=${GIT_SESSION_SANITIZE} -fno-omit-frame-pointer)
  target_link_options(project_options INTERFACE -fsanitize=${GIT_SESSION_SANITIZE})
endif()

# For the program that runs all day: the dynamic loader costs more than the rest of its start. Nothing
# in it asks glibc for what needs shared objects at run time (getpwnam, iconv, a resolver).
add_library(start_up_options INTERFACE)
if(NOT GIT_SESSION_SANITIZE AND CMAKE_SYSTEM_NAME STREQUAL "Linux")
  target_link_options(start_up_options INTERFACE -static-pie)
endif()

# CMake's own choice links the parts one after the other.
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  set(CMAKE_CXX_COMPILE_OPTIONS_IPO -flto=auto -fno-fat-lto-objects)
endif()

find_program(CCACHE_PROGRAM ccache)
if(CCACHE_PROGRAM AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CCACHE_PROGRAM})
endif()
