#include "json/schema.h"

#include "cli/command_table.h"
#include "cli/console.h"
#include "operations/metadata_template.h"

namespace git_session {
namespace {

void print_template(Invocation& invocation) {
  if (!invocation.wants_json()) return invocation.console.print(metadata_template());
  Json root = json_root();
  root["template"] = metadata_template();
  invocation.console.print_json(root);
}

void print_names(Invocation& invocation) {
  Json root = json_root();
  root["names"] = Json::array();
  for (std::string_view name : schema_names()) {
    if (invocation.wants_json()) {
      root["names"].push_back({{"name", name}});
    } else {
      invocation.console.print_line(name);
    }
  }
  if (invocation.wants_json()) invocation.console.print_json(root);
}

void print_schema(Invocation& invocation) {
  const Json schema = json_schema(invocation.arguments.operand("NAME").value_or("metadata"));
  if (!invocation.wants_json()) return invocation.console.print(dump_json(schema, 2) + "\n");
  // JSON Schema passes over words it does not know, so this is one as well.
  Json root = json_root();
  root.update(schema);
  invocation.console.print_json(root);
}

int run_schema(Invocation& invocation) {
  if (invocation.arguments.has("template")) {
    print_template(invocation);
  } else if (invocation.arguments.has("names")) {
    print_names(invocation);
  } else {
    print_schema(invocation);
  }
  return 0;
}

}  // namespace

Command declare_schema() {
  return {
      .name = "schema",
      .summary = "Print the schema of the metadata or of a verb's JSON",
      .description =
          "Prints a JSON Schema (draft 2020-12): of the metadata file, or of what a verb "
          "prints with --json. NAME is 'metadata' (the default), 'error' or a verb; --names "
          "lists them. Every root, that of a schema printed with --json too, has \"schema\": 1, "
          "the version of its shape: it changes when a field is taken away or changes its meaning, "
          "not when one is added.",
      .options = {{.name = "template", .help = "print a metadata file with every key explained"},
                  {.name = "names", .help = "list what has a schema"}},
      .operands = {{.name = "NAME", .help = "metadata, error or a verb"}},
      .examples = {{"git session schema", "the schema of .session-metadata.yaml"},
                   {"git session schema list", "what list --json prints"},
                   {"git session schema --template", "a commented metadata file"}},
      .takes_session = false,
      .run = run_schema};
}

}  // namespace git_session
