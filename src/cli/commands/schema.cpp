#include "json/schema.h"

#include "cli/command_table.h"
#include "cli/console.h"
#include "operations/metadata_template.h"

namespace git_session {
namespace {

int run_schema(Invocation& invocation) {
  Console& console = invocation.console;
  if (invocation.arguments.has("template")) {
    console.print(metadata_template());
  } else if (invocation.arguments.has("names")) {
    Json root = json_root();
    root["names"] = schema_names();
    if (invocation.wants_json()) {
      console.print_json(root);
    } else {
      for (std::string_view name : schema_names()) console.print_line(name);
    }
  } else {
    console.print(
        dump_json(json_schema(invocation.arguments.operand("NAME").value_or("metadata")), 2) +
        "\n");
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
          "lists them. Every root has \"schema\": 1, the version of its shape: it changes "
          "when a field is taken away or changes its meaning, not when one is added.",
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
