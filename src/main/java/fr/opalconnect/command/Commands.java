package fr.opalconnect.command;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.OptionSpec;

/// The sub-commands, `opal help`.
@Command(
        name = "opal",
        description = "The tenant app of a social landlord.",
        footer = {
            "",
            "For those who work on the program, of ./opal alone:",
            "  test    All that is tested, as it is before each change.",
            "  prove   The same, with all that takes long repeated as often as it should bear.",
            "  film    Records the film of the app anew.",
            "  format  Lays the code out."
        },
        subcommands = {
            DemoCommand.class,
            ServeCommand.class,
            CheckCommand.class,
            ImportCommand.class,
            ExportCommand.class,
            BenchCommand.class,
            MakePackageCommand.class,
            StaffCommand.class,
            VaultCommand.class,
            RehearseCommand.class,
            CommandLine.HelpCommand.class
        })
public final class Commands {
    private Commands() {}

    public static void main(String[] args) {
        int code = run(args, new PrintWriter(System.err, true, StandardCharsets.UTF_8));
        if (!Program.isStopping()) {
            System.exit(code);
        }
    }

    /// @param problems where a failure is stated
    /// @return the exit code: 0 done, 1 a stated failure, 2 a wrong call
    static int run(String[] args, PrintWriter problems) {
        return withHelp(new CommandLine(new Commands()))
                .setErr(problems)
                .setExecutionExceptionHandler((problem, line, _) -> {
                    if (Program.isStopping()) {
                        return 1; // what was under way was torn off, and nobody wants to hear of it
                    }
                    if (problem instanceof Failure) {
                        line.getErr().println(problem.getMessage());
                        return 1;
                    }
                    throw problem;
                })
                .execute(args.length == 0 ? new String[] {"help"} : args);
    }

    /// `--help` after each of them says what `help` before it does.
    private static CommandLine withHelp(CommandLine line) {
        line.getSubcommands().values().stream()
                .filter(each -> !(each.getCommand() instanceof CommandLine.HelpCommand))
                .forEach(Commands::withHelp);
        line.getCommandSpec()
                .addOption(OptionSpec.builder("-h", "--help")
                        .usageHelp(true)
                        .description("Shows this help.")
                        .build());
        return line;
    }
}
