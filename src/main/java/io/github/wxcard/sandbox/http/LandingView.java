package io.github.wxcard.sandbox.http;

import io.github.wxcard.sandbox.service.base.Links;
import io.github.wxcard.sandbox.service.share.LandingPages;
import io.github.wxcard.sandbox.store.Store;
import io.github.wxcard.server.Request;

/** What a browser finds behind the link of a landing page. */
final class LandingView {
  private final Store store;
  private final LandingPages pages;

  LandingView(Store store, LandingPages pages) {
    this.store = store;
    this.pages = pages;
  }

  /** The page as text: its cards, and how to claim one. */
  Answer show(Request request) {
    String link = request.path().substring(Links.PAGES.length());
    return store.read(
        tx ->
            pages
                .text(tx, link)
                .map(text -> Answer.plain(200, text))
                .orElseGet(() -> Answer.plain(404, "There is no such page.\n")));
  }
}
