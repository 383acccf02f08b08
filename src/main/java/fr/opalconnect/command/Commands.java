package fr.opalconnect.command;

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
            BenchCommand.class,
            MakePackageCommand.class,
            RehearseCommand.class,
            CommandLine.HelpCommand.class
        })
public final class Commands {
    private Commands() {}

    public static void main(String[] args) {
        System.exit(run(args));
    }

    /// @return the exit code: 0 done, 1 a stated failure, 2 a wrong call
    public static int run(String[] args) {
        return new CommandLine(new Commands())
                .setExecutionExceptionHandler((problem, line, parsed) -> {
                    if (problem instanceof Failure) {
                        line.getErr().println(problem.getMessage());
                        return 1;
                    }
                    throw problem;
                })
                .execute(args.length == 0 ? new String[] {"help"} : args);
    }
}
