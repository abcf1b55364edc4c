package io.github.wxcard.sandbox.service.base;

import io.github.wxcard.card.BodySchema;
import io.github.wxcard.card.BodySchemas;
import java.util.Optional;

/** The shapes of bodies beside those of card definitions. */
public final class BodyValidators {
  /** All calls of the table that WeChat is known to read so; the table takes time to load. */
  private static final String SHAPED = "/card/membercard/";

  private final AccountPolicy policy;

  public BodyValidators(AccountPolicy policy) {
    this.policy = policy;
  }

  /** What a call brings, in its shape; a call whose shape is not known is left as it is. */
  public CallInput read(String path, CallInput input) {
    if (!policy.strict() && !path.startsWith(SHAPED)) {
      return input;
    }
    Optional<BodySchema> body = BodySchemas.standard().of(path);
    if (body.isEmpty() || !(policy.strict() || body.get().shaped())) {
      return input;
    }
    return input.withBody(shape(body.get()).read(input.body()));
  }

  private BodyValidator shape(BodySchema body) {
    return body.shaped()
        ? BodyValidator.of(body.schema(), body.misplaceable(), policy.strict())
        : BodyValidator.ofNames(body.schema());
  }
}
