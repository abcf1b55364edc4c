package io.github.wxcard.sandbox.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.sandbox.store.TokenTable.Token;
import java.util.Map;
import java.util.function.Supplier;

/** One transaction: the tables as they are at one moment, and that moment. */
public final class Transaction {
  private final Sql sql;
  private final long now;
  private SandboxSettings settings;
  private boolean outdated;
  private final Map<String, Token> knownTokens;
  private final Runnable controlsChanged;

  Transaction(
      Sql sql,
      long now,
      SandboxSettings settings,
      Map<String, Token> knownTokens,
      Runnable controlsChanged) {
    this.sql = sql;
    this.now = now;
    this.settings = settings;
    this.knownTokens = knownTokens;
    this.controlsChanged =
        () -> {
          outdated = true;
          controlsChanged.run();
        };
  }

  /** What the person at the controls has set, or a fault has counted, up to now. */
  public SandboxSettings sandboxSettings() {
    if (outdated) {
      // Calls that share a transaction must see each other's counting.
      settings = SandboxSettings.read(settings());
      outdated = false;
    }
    return settings;
  }

  /** The sandbox's time in Unix seconds, the same throughout a transaction. */
  public long now() {
    return now;
  }

  /** Does something as a whole, or, when it throws, not at all; what was done before stays. */
  public <T> T nested(Supplier<T> work) {
    sql.change("SAVEPOINT nested");
    try {
      T result = work.get();
      sql.change("RELEASE nested");
      return result;
    } catch (StoreException e) {
      // Nothing is certain now but that the whole transaction is undone.
      throw e;
    } catch (RuntimeException | StackOverflowError e) {
      sql.change("ROLLBACK TO nested");
      sql.change("RELEASE nested");
      knownTokens.clear();
      controlsChanged.run();
      throw e;
    }
  }

  public SettingTable settings() {
    return new SettingTable(sql, controlsChanged);
  }

  public TokenTable tokens() {
    return new TokenTable(sql, knownTokens);
  }

  public ImageTable images() {
    return new ImageTable(sql);
  }

  public CardTable cards() {
    return new CardTable(sql);
  }

  public QrTable qrCodes() {
    return new QrTable(sql);
  }

  public PersonTable people() {
    return new PersonTable(sql);
  }

  public CodeTable codes() {
    return new CodeTable(sql);
  }

  public DepositTable deposits() {
    return new DepositTable(sql);
  }

  public GiftTable gifts() {
    return new GiftTable(sql);
  }

  public StatisticsTable statistics() {
    return new StatisticsTable(sql);
  }

  public MemberTable members() {
    return new MemberTable(sql);
  }

  public DocumentTable documents() {
    return new DocumentTable(sql);
  }

  public EventTable events() {
    return new EventTable(sql);
  }

  public JournalTable journal() {
    return new JournalTable(sql);
  }

  /** The state as JSON, without what is secret or of the moment. */
  public ObjectNode dump() {
    return new StateExport(sql).json();
  }

  /** Puts a dump in the place of the state; a {@code Failure} of kind input when it is no dump. */
  public void seed(JsonNode dump) {
    clear();
    new StateImport(sql).fill(dump);
  }

  /** Forgets everything and takes a new instance name. */
  public void clear() {
    controlsChanged.run();
    new StateImport(sql).clear();
  }
}
