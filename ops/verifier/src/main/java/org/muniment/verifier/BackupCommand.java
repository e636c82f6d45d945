package org.muniment.verifier;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.muniment.kernel.ledger.BadEvidence;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "backup",
        description = "Copies a data directory, in use or not, and checks the copy.")
final class BackupCommand implements Callable<Integer> {
    static final String ZIP = ".zip";
    private static final String UNFINISHED = ".part";

    @Spec CommandSpec spec;

    @Parameters(index = "0", paramLabel = "directory", description = "the data directory")
    Path data;

    @Parameters(
            index = "1",
            paramLabel = "target",
            description = "a directory that is not there yet, or a file that ends with .zip")
    Path target;

    @Option(
            names = "--keys",
            paramLabel = "directory",
            description = "where to put the secret keys, apart from the backup")
    Path apart;

    @Override
    public Integer call() throws Exception {
        Output output = new Output(spec);
        requireAbsent(target);
        if (apart != null) {
            requireAbsent(apart);
        }
        Path stage = target.resolveSibling(target.getFileName() + UNFINISHED);
        try {
            BackupManifest manifest = new Backup(data, output).into(stage);
            Faults faults = new Fsck(stage, null, output).check();
            faults.all().forEach(output::wrong);
            if (!faults.none()) {
                throw new BadEvidence("the log is not sound, and no backup was made of it");
            }
            write(manifest.text(), stage.resolve(BackupManifest.NAME));
            if (apart != null) {
                takeApart(manifest, stage);
            }
            finish(stage);
            tell(manifest, output);
            return Main.VERIFIED;
        } finally {
            PrivateFiles.deleteAll(stage);
        }
    }

    private static void requireAbsent(Path path) {
        Json.require(!Files.exists(path), path + " is there already");
    }

    private static void write(String text, Path file) throws IOException {
        try (OutputStream stream = PrivateFiles.make(file)) {
            stream.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private void takeApart(BackupManifest manifest, Path stage) throws IOException {
        for (String name : manifest.keys().keySet()) {
            PrivateFiles.copy(stage.resolve(name), apart.resolve(name));
            Files.delete(stage.resolve(name));
        }
        PrivateFiles.forceAll(apart);
    }

    /** It takes its name once all of it is on disk. */
    private void finish(Path stage) throws IOException {
        Path whole = stage;
        if (target.toString().endsWith(ZIP)) {
            whole = stage.resolveSibling(stage.getFileName() + ZIP);
            zip(stage, whole);
            PrivateFiles.force(whole);
        } else {
            PrivateFiles.forceAll(stage);
        }
        Files.move(whole, target, StandardCopyOption.ATOMIC_MOVE);
        PrivateFiles.force(target.toAbsolutePath().getParent());
    }

    private static void zip(Path directory, Path file) throws IOException {
        Files.deleteIfExists(file);
        try (ZipOutputStream zip = new ZipOutputStream(PrivateFiles.make(file));
                Stream<Path> all = Files.walk(directory)) {
            for (Path each : all.filter(Files::isRegularFile).toList()) {
                zip.putNextEntry(new ZipEntry(directory.relativize(each).toString()));
                Files.copy(each, zip);
            }
        }
    }

    private void tell(BackupManifest manifest, Output output) {
        if (apart != null) {
            output.say("The secret keys are in %s and not in the backup.".formatted(apart));
        }
        boolean people = manifest.files().keySet().stream().anyMatch(it -> it.startsWith("vault/"));
        if (people && !manifest.keys().containsKey("vault/key")) {
            output.say(
                    "The vault's key is not in the data directory, and so not in the backup:"
                            + " without it nobody's name can be read again.");
        }
        output.say(
                "BACKED UP: %s, %s of them sealed, to %s."
                        .formatted(
                                Plain.count(manifest.events(), "event", "events"),
                                manifest.sealed(),
                                target));
    }
}
