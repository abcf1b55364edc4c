package io.github.wxcard.cli.event;

import io.github.wxcard.cli.base.CommandContext;
import io.github.wxcard.cli.base.ConfiguredSecrets;
import io.github.wxcard.client.PushDelivery;
import io.github.wxcard.event.CallbackKeys;
import io.github.wxcard.text.SecretMask;

/** Keeps our secrets out of what we show when others speak of them. */
record Redactor(ConfiguredSecrets known, CallbackKeys keys) {
  static Redactor of(CommandContext context, CallbackKeys keys) {
    return new Redactor(new ConfiguredSecrets(context::settings, context.environment()), keys);
  }

  String text(String said) {
    SecretMask mask = known.mask();
    mask.learn(keys.token());
    mask.learn(keys.encodingAesKey());
    return mask.text(said);
  }

  /** What was accepted says no more than that. */
  PushDelivery delivery(PushDelivery made) {
    if (made.accepted()) {
      return made;
    }
    return new PushDelivery(made.status(), made.ms(), text(made.answer()), text(made.error()));
  }
}
