package io.github.wxcard.config;

import java.nio.file.Path;
import java.util.Optional;

/** What the command line itself says about the account: it outranks everything else. */
public record AccountSelection(
    Optional<String> profile, boolean sandbox, Optional<Path> configFile) {}
