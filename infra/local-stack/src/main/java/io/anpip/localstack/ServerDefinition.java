package io.anpip.localstack;

import io.anpip.localstack.process.ProcessSpec;
import io.anpip.localstack.process.Readiness;
import java.io.IOException;

/** How one server of the stack is made ready to start, run, and asked whether it works. */
sealed interface ServerDefinition permits KafkaServer, PostgresServer, RedisServer, S3Server {
    /** Which part of the stack it is. */
    StackPart part();

    /** How it is run; depends on settings, ports and passwords alone, so that an equal stack gives an equal spec. */
    ProcessSpec spec();

    /** What has to be done before each start: unpack, create data. Never while it runs. */
    void prepare() throws IOException;

    /** When it works. */
    Readiness readiness();
}
