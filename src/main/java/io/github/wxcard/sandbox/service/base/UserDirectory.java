package io.github.wxcard.sandbox.service.base;

import io.github.wxcard.sandbox.store.PersonTable.Person;
import io.github.wxcard.sandbox.store.Transaction;
import java.util.Optional;

/** The users of WeChat. Any name is one: its openid is made on first mention and stays the same. */
public final class UserDirectory {
  private UserDirectory() {}

  /** Somebody by a WeChat id, or by an openid that is known already. */
  public static Person named(Transaction tx, String name) {
    return tx.people()
        .byName(name)
        .or(() -> tx.people().byOpenid(name))
        .orElseGet(() -> add(tx, new Person(IdGenerator.openid(name), name)));
  }

  /**
   * Somebody by an openid, which may be one that the sandbox did not make; what is known as a name
   * already means whoever has it.
   */
  public static Person withOpenid(Transaction tx, String openid) {
    return tx.people()
        .byOpenid(openid)
        .or(() -> tx.people().byName(openid))
        .orElseGet(() -> add(tx, new Person(openid, openid)));
  }

  /** Somebody by an openid that the sandbox has heard of. */
  public static Person known(Transaction tx, String openid) {
    return tx.people()
        .byOpenid(openid)
        .orElseThrow(() -> new ApiException(40003, "nobody has openid " + openid));
  }

  /** Whoever {@code username} or {@code openid} of a call on the user's side names. */
  public static Person actor(Transaction tx, CallInput input) {
    Optional<String> openid = input.text("openid");
    if (openid.isPresent()) {
      return withOpenid(tx, openid.get());
    }
    String name =
        input
            .text("username")
            .orElseThrow(() -> new ApiException(41009, "neither username nor openid is given"));
    return named(tx, name);
  }

  private static Person add(Transaction tx, Person person) {
    tx.people().add(person, tx.now());
    return person;
  }
}
