package io.github.wxcard.junit;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.json.Json;
import io.github.wxcard.junit.WithSandbox.Lifecycle;
import io.github.wxcard.sandbox.Sandbox;
import io.github.wxcard.sandbox.SandboxOptions;
import io.github.wxcard.sandbox.service.base.AccountPolicy;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/** Starts sandboxes when a test first asks for one, and stops them when their tests are over. */
final class SandboxExtension implements ParameterResolver {
  private static final Namespace NAMESPACE = Namespace.create(SandboxExtension.class);

  /** A sandbox that JUnit closes together with the context it was started for. */
  private record Started(SandboxHandle handle, Sandbox sandbox) implements AutoCloseable {
    @Override
    public void close() {
      sandbox.close();
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == SandboxHandle.class;
  }

  @Override
  public SandboxHandle resolveParameter(ParameterContext parameter, ExtensionContext context) {
    WithSandbox asked = annotation(context);
    return owner(context, asked)
        .getStore(NAMESPACE)
        .getOrComputeIfAbsent(
            context.getRequiredTestClass(), type -> start(asked, type), Started.class)
        .handle();
  }

  private static WithSandbox annotation(ExtensionContext context) {
    return context
        .getTestMethod()
        .flatMap(method -> AnnotationSupport.findAnnotation(method, WithSandbox.class))
        .or(
            () ->
                AnnotationSupport.findAnnotation(
                    context.getRequiredTestClass(),
                    WithSandbox.class,
                    context.getEnclosingTestClasses()))
        .orElseThrow();
  }

  /** Whose end is the sandbox's end: the test's, or that of the class the test is in. */
  private static ExtensionContext owner(ExtensionContext context, WithSandbox asked) {
    boolean shared = asked.lifecycle() == Lifecycle.PER_CLASS;
    ExtensionContext owner = context;
    while (shared && owner.getTestMethod().isPresent()) {
      owner = owner.getParent().orElseThrow();
    }
    return owner;
  }

  private static Started start(WithSandbox asked, Class<?> test) {
    AccountPolicy policy = new AccountPolicy(asked.strict(), Set.of(), asked.autoApprove());
    Sandbox sandbox =
        Sandbox.start(
            new SandboxOptions(
                "127.0.0.1",
                0,
                Optional.empty(),
                Optional.empty(),
                Clock.systemUTC(),
                new SecureRandom(),
                policy));
    if (!asked.seed().isEmpty()) {
      sandbox.seed(seed(asked.seed(), test));
    }
    return new Started(new SandboxHandle(sandbox), sandbox);
  }

  private static JsonNode seed(String name, Class<?> test) {
    try (InputStream resource = test.getResourceAsStream(name)) {
      return Json.read(
          resource == null ? Files.readAllBytes(Path.of(name)) : resource.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException("the seed " + name + " cannot be read", e);
    }
  }
}
