package io.github.wxcard.sandbox.store;

/** One transaction: the tables as they are at one moment, and that moment. */
public final class Tx {
  private final Sql sql;
  private final long now;

  Tx(Sql sql, long now) {
    this.sql = sql;
    this.now = now;
  }

  /** The sandbox's time in Unix seconds, the same throughout a transaction. */
  public long now() {
    return now;
  }

  /** What is kept by name. */
  public SettingTable settings() {
    return new SettingTable(sql);
  }

  /** Access tokens, living and dead. */
  public TokenTable tokens() {
    return new TokenTable(sql);
  }

  /** The two tickets that signatures are made with. */
  public TicketTable tickets() {
    return new TicketTable(sql);
  }

  /** Uploaded images. */
  public ImageTable images() {
    return new ImageTable(sql);
  }

  /** Cards, deleted ones included. */
  public CardTable cards() {
    return new CardTable(sql);
  }

  /** QR codes that hand out cards. */
  public QrTable qrCodes() {
    return new QrTable(sql);
  }

  /** Everybody who was ever mentioned. */
  public PersonTable people() {
    return new PersonTable(sql);
  }

  /** The test whitelist. */
  public TesterTable testers() {
    return new TesterTable(sql);
  }

  /** Codes that somebody holds or held. */
  public CodeTable codes() {
    return new CodeTable(sql);
  }

  /** Forgets everything and takes a new instance name. */
  public void clear() {
    new Cleaning(sql).run();
  }
}
