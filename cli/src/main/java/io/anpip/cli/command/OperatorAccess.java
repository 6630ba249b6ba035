package io.anpip.cli.command;

import io.anpip.cli.api.OperatorClient;
import io.anpip.cli.data.DataDirectory;
import io.anpip.cli.data.StackRecord;
import io.anpip.cli.failure.CommandFailed;
import io.anpip.cli.failure.Failure;
import io.anpip.cli.stack.RunningStack;
import io.anpip.cli.stack.ServiceCatalogue;
import io.anpip.localstack.LocalStack;
import io.anpip.localstack.LocalStackSettings;

/** Opens the operators' part of a running stack with the token of its data directory. */
final class OperatorAccess {

    private OperatorAccess() {}

    /** To the API. */
    static OperatorClient api(DataDirectory directory) {
        return new OperatorClient(RunningStack.api(directory), token(directory));
    }

    /** To the projector. */
    static OperatorClient projector(DataDirectory directory) {
        return new OperatorClient(
                StackRecord.read(directory)
                        .flatMap(record -> record.address(ServiceCatalogue.PROJECTOR))
                        .orElseThrow(() -> new CommandFailed(new Failure.NotRunning(directory.root()))),
                token(directory));
    }

    private static String token(DataDirectory directory) {
        return LocalStack.attach(LocalStackSettings.in(directory.root()))
                .orElseThrow(() -> new CommandFailed(new Failure.NotRunning(directory.root())))
                .addresses()
                .operatorToken();
    }
}
