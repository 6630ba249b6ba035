package io.anpip.localstack;

import io.anpip.localstack.bundle.BundledServers;
import io.anpip.localstack.process.ProcessSpec;
import io.anpip.localstack.process.Readiness;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;

/** The S3 server: S3Proxy over a folder, one folder per bucket; browsers of any origin may talk to it. */
record S3Server(
        Path dataDirectory,
        BundledServers servers,
        String accessKey,
        String secretKey,
        int port,
        int heapMebibytes,
        List<String> buckets)
        implements ServerDefinition {
    static final String REGION = "us-east-1";
    private static final String MAIN = "io.anpip.localstack.node.S3Node";

    @Override
    public StackPart part() {
        return StackPart.S3;
    }

    @Override
    public ProcessSpec spec() {
        Path properties = dataDirectory.resolve("run").resolve("s3.properties");
        List<String> command = new JavaServer(servers, MAIN, heapMebibytes)
                .command(List.of(), List.of(properties.toString(), readyFile().toString()));
        return ProcessSpec.of(part().processName(), command, folder())
                .withConfigurationFiles(Map.of(properties, serverProperties()));
    }

    @Override
    public void prepare() throws IOException {
        servers.unpack();
        Files.deleteIfExists(readyFile());
        for (String bucket : buckets) {
            createPrivate(folder().resolve(bucket));
        }
    }

    @Override
    public Readiness readiness() {
        return JavaServer.wroteItsPid(readyFile()).and(Readiness.port(port));
    }

    /** S3Proxy takes a folder that others may read for a public bucket. */
    private static void createPrivate(Path bucket) throws IOException {
        Files.createDirectories(bucket);
        Files.setPosixFilePermissions(bucket, PosixFilePermissions.fromString("rwx------"));
    }

    private Path folder() {
        return dataDirectory.resolve("s3");
    }

    private Path readyFile() {
        return dataDirectory.resolve("run").resolve("s3.ready");
    }

    private String serverProperties() {
        return """
                s3proxy.endpoint=http://127.0.0.1:%d
                s3proxy.authorization=aws-v2-or-v4
                s3proxy.identity=%s
                s3proxy.credential=%s
                s3proxy.cors-allow-origins=*
                s3proxy.cors-allow-methods=GET HEAD PUT POST DELETE
                s3proxy.cors-allow-headers=*
                s3proxy.cors-exposed-headers=ETag Content-Range
                s3proxy.jetty.max-threads=64
                jclouds.provider=filesystem-nio2
                jclouds.filesystem.basedir=%s
                # Wanted for every provider, used by none that is a folder.
                jclouds.identity=unused
                jclouds.credential=unused
                """.formatted(port, accessKey, secretKey, folder().toString().replace("\\", "\\\\"));
    }
}
