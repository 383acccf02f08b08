package fr.opalconnect.command;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// The sub-commands, `opal help`.
@Command(
        name = "opal",
        description = "The tenant app of a social landlord.",
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
        return new CommandLine(new Commands())
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
}
