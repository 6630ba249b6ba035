package io.anpip.upload.lifecycle;

import io.anpip.upload.session.Refusal;
import io.anpip.upload.settings.UploadConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The encoding profiles that users may choose from. What a profile is the transcoder knows; here are their names, so that a wrong one is
 * refused before a byte is sent.
 */
@ApplicationScoped
public class OfferedProfiles {

    private final SortedSet<String> names;

    public OfferedProfiles(UploadConfig config) {
        this.names = new TreeSet<>(config.profiles());
    }

    /** What a user chose, if it is offered. Fails with {@link Refusal.NoSuchProfile}. */
    Optional<String> checked(Optional<String> chosen) {
        chosen.filter(name -> !names.contains(name)).ifPresent(unknown -> {
            throw new Refusal.NoSuchProfile(names).asException();
        });
        return chosen;
    }
}
