# Every library from outside, found once. docs/architecture.md says which folder may use which.
find_package(Threads REQUIRED)

# The all-day program links these statically: a shared libyaml alone adds a third to its start-up time.
function(add_static_dependency target header)
  find_path(${target}_INCLUDE ${header} REQUIRED)
  add_library(${target} INTERFACE)
  target_include_directories(${target} SYSTEM INTERFACE ${${target}_INCLUDE})
  foreach(archive IN LISTS ARGN)
    find_library(${target}_${archive} NAMES ${archive} REQUIRED)
    target_link_libraries(${target} INTERFACE ${${target}_${archive}})
  endforeach()
endfunction()

add_static_dependency(dependency_yaml yaml.h libyaml.a)
add_static_dependency(dependency_cmark cmark-gfm.h libcmark-gfm-extensions.a libcmark-gfm.a)
target_compile_definitions(dependency_cmark INTERFACE CMARK_GFM_STATIC_DEFINE)
add_static_dependency(dependency_expat expat.h libexpat.a)
add_static_dependency(dependency_md sha2.h libmd.a)
add_static_dependency(dependency_cli11 CLI/CLI.hpp)
add_static_dependency(dependency_json nlohmann/json.hpp)

# For git-session-smtp and git-session-http alone; shared, as it loads much else itself.
find_package(CURL REQUIRED COMPONENTS HTTP HTTPS SMTP SMTPS)
