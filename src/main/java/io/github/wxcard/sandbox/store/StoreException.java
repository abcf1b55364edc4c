package io.github.wxcard.sandbox.store;

import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** The database did not do what it was asked; for a caller of the API that is a system error. */
public final class StoreException extends RuntimeException {
  /** Extended result codes keep their family in the last byte. */
  private static final int FAMILY = 0xff;

  private final SQLiteErrorCode code;

  StoreException(SQLException cause) {
    super(cause.getMessage(), cause);
    code =
        cause instanceof SQLiteException known
            ? known.getResultCode()
            : SQLiteErrorCode.UNKNOWN_ERROR;
  }

  /** What is wrong with the database, in words that do not name its place. */
  public String reason() {
    return switch (family()) {
      case SQLITE_FULL ->
          told("there is no room left for the sandbox's database: the disk is full");
      case SQLITE_READONLY ->
          told("the sandbox's database cannot be written to: it or its file system is read-only");
      case SQLITE_IOERR -> told("the disk does not read or write the sandbox's database");
      case SQLITE_BUSY, SQLITE_LOCKED ->
          told("another process holds the sandbox's database and does not let go of it");
      case SQLITE_CORRUPT, SQLITE_NOTADB -> told("the sandbox's database is damaged");
      case SQLITE_CANTOPEN -> told("the files of the sandbox's database cannot be opened");
      default -> getMessage();
    };
  }

  /**
   * Whether another process was using the database; nothing was done, and it may be tried again.
   */
  boolean isBusy() {
    return family() == SQLiteErrorCode.SQLITE_BUSY;
  }

  /** Whether a row breaks a rule of its table. */
  boolean isConstraint() {
    return family() == SQLiteErrorCode.SQLITE_CONSTRAINT;
  }

  private SQLiteErrorCode family() {
    return SQLiteErrorCode.getErrorCode(code.code & FAMILY);
  }

  private String told(String words) {
    return words + " (" + code.name() + ")";
  }
}
