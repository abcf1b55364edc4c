package io.github.wxcard.sandbox.service;

import io.github.wxcard.sandbox.service.access.Tickets;
import io.github.wxcard.sandbox.service.access.Tokens;
import io.github.wxcard.sandbox.service.base.CallShapes;
import io.github.wxcard.sandbox.service.base.Ids;
import io.github.wxcard.sandbox.service.base.Images;
import io.github.wxcard.sandbox.service.base.Links;
import io.github.wxcard.sandbox.service.base.Policy;
import io.github.wxcard.sandbox.service.base.TemporaryMedia;
import io.github.wxcard.sandbox.service.card.CardUpdates;
import io.github.wxcard.sandbox.service.card.Cards;
import io.github.wxcard.sandbox.service.card.Cells;
import io.github.wxcard.sandbox.service.code.CodeSupply;
import io.github.wxcard.sandbox.service.code.Deposits;
import io.github.wxcard.sandbox.service.code.Gifts;
import io.github.wxcard.sandbox.service.code.Redemption;
import io.github.wxcard.sandbox.service.member.ActivateTickets;
import io.github.wxcard.sandbox.service.member.FormActivation;
import io.github.wxcard.sandbox.service.member.MemberAccounts;
import io.github.wxcard.sandbox.service.member.MemberActivation;
import io.github.wxcard.sandbox.service.member.MemberForms;
import io.github.wxcard.sandbox.service.merchant.SubMerchants;
import io.github.wxcard.sandbox.service.panel.Faults;
import io.github.wxcard.sandbox.service.panel.Journal;
import io.github.wxcard.sandbox.service.panel.Panel;
import io.github.wxcard.sandbox.service.share.Articles;
import io.github.wxcard.sandbox.service.share.LandingPages;
import io.github.wxcard.sandbox.service.share.QrCodes;
import io.github.wxcard.sandbox.service.user.AddedCards;
import io.github.wxcard.sandbox.service.user.Claims;
import io.github.wxcard.sandbox.service.user.Scans;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** WeChat's rules, put together. */
public final class Services {
  private final Ids ids;
  private final Links links;
  private final Panel panel;
  private final Policy policy;
  private final Faults faults;
  private final Journal journal = new Journal();

  /**
   * @param links what links to QR codes and images begin with
   * @param db where the state is kept; empty for in memory
   */
  public Services(RandomGenerator random, URI links, Optional<Path> db, Policy policy) {
    this.ids = new Ids(random);
    this.policy = policy;
    this.faults = new Faults(random);
    this.links = new Links(links);
    this.panel = new Panel(db, policy);
  }

  /** What makes ids. */
  public Ids ids() {
    return ids;
  }

  /** Which account is played. */
  public Policy policy() {
    return policy;
  }

  /** The shapes of bodies. */
  public CallShapes callShapes() {
    return new CallShapes(policy);
  }

  /** Faults and quotas. */
  public Faults faults() {
    return faults;
  }

  /** The journal of requests. */
  public Journal journal() {
    return journal;
  }

  /** Access tokens. */
  public Tokens tokens() {
    return new Tokens(ids);
  }

  /** The tickets to sign with. */
  public Tickets tickets() {
    return new Tickets(ids);
  }

  /** Uploaded images. */
  public Images images() {
    return new Images(links);
  }

  /** Files that are kept for some days. */
  public TemporaryMedia temporaryMedia() {
    return new TemporaryMedia(ids);
  }

  /** Cards. */
  public Cards cards() {
    return new Cards(ids, policy);
  }

  /** Changes to cards. */
  public CardUpdates cardUpdates() {
    return new CardUpdates(policy);
  }

  /** The cells of cards. */
  public Cells cells() {
    return new Cells(policy);
  }

  /** QR codes. */
  public QrCodes qrCodes() {
    return new QrCodes(ids, links, policy);
  }

  /** Pages that lay out cards. */
  public LandingPages landingPages() {
    return new LandingPages(links, qrCodes());
  }

  /** Cards in articles. */
  public Articles articles() {
    return new Articles(links, qrCodes());
  }

  /** The user's phone. */
  public Scans scans() {
    return new Scans(new Claims(ids, policy));
  }

  /** Cards that pages hand out. */
  public AddedCards addedCards() {
    return new AddedCards(new Claims(ids, policy));
  }

  /** Imported codes. */
  public Deposits deposits() {
    return new Deposits(policy);
  }

  /** Redeemed codes. */
  public Redemption redemption() {
    return new Redemption(policy);
  }

  /** Cards given to friends. */
  public Gifts gifts() {
    return new Gifts(new CodeSupply(ids));
  }

  /** The merchant's side of activating member cards. */
  public MemberActivation memberActivation() {
    return new MemberActivation(policy);
  }

  /** What members have. */
  public MemberAccounts memberAccounts() {
    return new MemberAccounts(policy);
  }

  /** Forms that activate member cards. */
  public MemberForms memberForms() {
    return new MemberForms(links);
  }

  /** The user's side of activating member cards. */
  public FormActivation formActivation() {
    return new FormActivation(new ActivateTickets(ids));
  }

  /** Sub-merchants. */
  public SubMerchants subMerchants() {
    return new SubMerchants(policy);
  }

  /** The controls. */
  public Panel panel() {
    return panel;
  }
}
