package io.github.wxcard.sandbox.store;

import java.sql.SQLException;

/** The database did not do what it was asked; for a caller of the API that is a system error. */
public final class StoreException extends RuntimeException {
  StoreException(SQLException cause) {
    super(cause.getMessage(), cause);
  }
}
