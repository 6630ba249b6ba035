package io.anpip.cli.stack;

import io.anpip.cli.data.DataDirectory;
import io.anpip.cli.data.StackRecord;
import io.anpip.localstack.LocalStack;
import io.anpip.localstack.LocalStackAddresses;
import io.anpip.localstack.LocalStackSettings;
import io.anpip.localstack.PartState;
import io.anpip.localstack.StackPart;
import io.anpip.localstack.process.ProcessDirectory;
import io.anpip.localstack.process.ProcessIdentity;
import io.anpip.localstack.process.Readiness;
import java.net.URI;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/** Looks at a stack without changing anything. */
public final class StackInspection {
    private StackInspection() {}

    /** Asks every part how it is; all at once, so that one that hangs holds up nobody. */
    public static StackStatus of(DataDirectory data) {
        Optional<StackRecord> record = StackRecord.read(data);
        Optional<LocalStack> servers = Files.isDirectory(data.root())
                ? LocalStack.attach(LocalStackSettings.in(data.root()))
                : Optional.empty();
        List<Part> parts = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Part>> services = new ArrayList<>();
            if (record.isPresent()) {
                for (Service service : ServiceCatalogue.SERVICES) {
                    services.add(threads.submit(() -> service(data, record.get(), service)));
                }
            }
            servers.ifPresent(stack -> parts.addAll(servers(stack)));
            for (Future<Part> service : services) {
                parts.add(service.get());
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        } catch (ExecutionException defect) {
            throw new IllegalStateException(defect.getCause());
        }
        Optional<LocalStackAddresses> addresses = servers.map(LocalStack::addresses);
        return new StackStatus(
                !parts.isEmpty() && parts.stream().allMatch(Part::healthy),
                record.map(found -> found.api().toString()).orElse(""),
                addresses.map(found -> found.s3().endpoint().toString()).orElse(""),
                data.root().toString(),
                addresses.map(LocalStackAddresses::kafkaBootstrap).orElse(""),
                addresses.map(found -> found.postgres().reactiveUrl()).orElse(""),
                addresses.map(found -> found.redis().toString()).orElse(""),
                ProcessDirectory.in(data.root()).logs().toString(),
                parts);
    }

    /** Whether any process of the stack runs, however it is doing. */
    public static boolean anythingRuns(DataDirectory data) {
        Stream<String> servers = Stream.of(StackPart.values()).map(StackPart::processName);
        Stream<String> services = ServiceCatalogue.SERVICES.stream().map(Service::name);
        return Stream.concat(servers, services)
                .anyMatch(name -> running(data, name).isPresent());
    }

    /** Where a service says whether it can do its work. */
    static URI readinessOf(URI service) {
        return service.resolve("/q/health/ready");
    }

    private static Part service(DataDirectory data, StackRecord record, Service service) {
        Optional<ProcessIdentity> process = running(data, service.name());
        Optional<URI> address = record.address(service.name());
        boolean healthy = process.isPresent()
                && address.isPresent()
                && Readiness.http(readinessOf(address.get())).isReady(process.get());
        return new Part(
                service.name(),
                healthy,
                address.map(URI::toString).orElse(""),
                process.map(ProcessIdentity::pid).orElse(0L));
    }

    static Optional<ProcessIdentity> running(DataDirectory data, String name) {
        return ProcessDirectory.in(data.root()).running(name).map(process -> process.identity());
    }

    private static List<Part> servers(LocalStack stack) {
        Map<StackPart, PartState> states = stack.states();
        List<Part> parts = new ArrayList<>();
        for (StackPart part : StackPart.values()) {
            parts.add(new Part(
                    part.processName(),
                    states.get(part) == PartState.READY,
                    addressOf(part, stack.addresses()),
                    stack.process(part).running().map(ProcessIdentity::pid).orElse(0L)));
        }
        return parts;
    }

    static String addressOf(StackPart part, LocalStackAddresses addresses) {
        return switch (part) {
            case KAFKA -> addresses.kafkaBootstrap();
            case POSTGRES ->
                addresses.postgres().host() + ":" + addresses.postgres().port();
            case REDIS -> addresses.redis().host() + ":" + addresses.redis().port();
            case S3 -> addresses.s3().endpoint().toString();
        };
    }
}
