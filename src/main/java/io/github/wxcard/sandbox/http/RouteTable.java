package io.github.wxcard.sandbox.http;

import static io.github.wxcard.sandbox.http.Route.any;
import static io.github.wxcard.sandbox.http.Route.delete;
import static io.github.wxcard.sandbox.http.Route.get;
import static io.github.wxcard.sandbox.http.Route.post;

import io.github.wxcard.sandbox.service.ServiceContext;
import io.github.wxcard.sandbox.service.access.CallbackCheck;
import io.github.wxcard.sandbox.service.access.QuotaResets;
import io.github.wxcard.sandbox.service.access.ServerAddresses;
import io.github.wxcard.sandbox.service.access.Tickets;
import io.github.wxcard.sandbox.service.access.Tokens;
import io.github.wxcard.sandbox.service.base.Ids;
import io.github.wxcard.sandbox.service.base.Images;
import io.github.wxcard.sandbox.service.base.Links;
import io.github.wxcard.sandbox.service.base.Policy;
import io.github.wxcard.sandbox.service.base.TemporaryMedia;
import io.github.wxcard.sandbox.service.card.CardList;
import io.github.wxcard.sandbox.service.card.CardUpdates;
import io.github.wxcard.sandbox.service.card.Cards;
import io.github.wxcard.sandbox.service.card.Cells;
import io.github.wxcard.sandbox.service.card.Colors;
import io.github.wxcard.sandbox.service.card.Stock;
import io.github.wxcard.sandbox.service.code.CodeChanges;
import io.github.wxcard.sandbox.service.code.CodeSupply;
import io.github.wxcard.sandbox.service.code.Codes;
import io.github.wxcard.sandbox.service.code.Deposits;
import io.github.wxcard.sandbox.service.code.Gifts;
import io.github.wxcard.sandbox.service.code.Redemption;
import io.github.wxcard.sandbox.service.code.TicketDetails;
import io.github.wxcard.sandbox.service.member.ActivateTickets;
import io.github.wxcard.sandbox.service.member.FormActivation;
import io.github.wxcard.sandbox.service.member.MemberAccounts;
import io.github.wxcard.sandbox.service.member.MemberActivation;
import io.github.wxcard.sandbox.service.member.MemberForms;
import io.github.wxcard.sandbox.service.member.MemberInfo;
import io.github.wxcard.sandbox.service.merchant.MerchantCategories;
import io.github.wxcard.sandbox.service.merchant.SubMerchants;
import io.github.wxcard.sandbox.service.panel.Approvals;
import io.github.wxcard.sandbox.service.panel.Callbacks;
import io.github.wxcard.sandbox.service.panel.Events;
import io.github.wxcard.sandbox.service.panel.Faults;
import io.github.wxcard.sandbox.service.panel.Journal;
import io.github.wxcard.sandbox.service.panel.QuotaLookup;
import io.github.wxcard.sandbox.service.panel.RequestLookup;
import io.github.wxcard.sandbox.service.panel.SandboxClock;
import io.github.wxcard.sandbox.service.panel.StateService;
import io.github.wxcard.sandbox.service.share.Articles;
import io.github.wxcard.sandbox.service.share.LandingPages;
import io.github.wxcard.sandbox.service.share.Messages;
import io.github.wxcard.sandbox.service.share.QrCodes;
import io.github.wxcard.sandbox.service.share.StoreCards;
import io.github.wxcard.sandbox.service.statistics.Statistics;
import io.github.wxcard.sandbox.service.user.AddedCards;
import io.github.wxcard.sandbox.service.user.Claims;
import io.github.wxcard.sandbox.service.user.HeldCards;
import io.github.wxcard.sandbox.service.user.Scans;
import io.github.wxcard.sandbox.service.user.Testers;
import io.github.wxcard.sandbox.service.user.UserService;
import io.github.wxcard.sandbox.store.Store;
import java.util.List;
import java.util.stream.Stream;

/**
 * The route table: every path the sandbox answers, by the sections of WeChat's interface. An action
 * that needs the state alone is a static method; any other belongs to a service made here with what
 * it needs.
 */
final class RouteTable {
  private static final String CARDS_ONLY = "messages of type wxcard only";

  private final Ids ids;
  private final Links links;
  private final Policy policy;
  private final QrCodes qrCodes;
  private final LandingPages landingPages;
  private final WebPages pages;
  private final Router router;

  /**
   * A part of WeChat's interface.
   *
   * @param number empty for what is the sandbox's own
   */
  record Section(String number, String title, List<Route> routes) {
    private static Section of(String number, String title, Route... routes) {
      return new Section(number, title, List.of(routes));
    }

    private Section and(List<Route> more) {
      return new Section(number, title, Stream.of(routes, more).flatMap(List::stream).toList());
    }
  }

  private RouteTable(ServiceContext services, Store store, Router router) {
    this.ids = services.ids();
    this.links = services.links();
    this.policy = services.policy();
    this.qrCodes = new QrCodes(ids, links, policy);
    this.landingPages = new LandingPages(links, qrCodes);
    this.pages = new WebPages(store, qrCodes, landingPages);
    this.router = router;
  }

  /**
   * The sections in the order in which they are reported.
   *
   * @param router asked, once it has them, what there is
   */
  static List<Section> of(ServiceContext services, Store store, Router router) {
    RouteTable table = new RouteTable(services, store, router);
    return List.of(
        table.platform(),
        table.cards(),
        table.sharing(),
        codes(table.policy),
        table.managing(),
        statistics(),
        table.members(),
        tickets(),
        table.merchants(),
        new Section("10", "Gift cards", RefusedPaths.giftCards()),
        new Section("11", "Discontinued", RefusedPaths.discontinued()),
        new Section("14", "Invoices and activities", RefusedPaths.invoicesAndActivities()),
        table.users(),
        table.controls(new StateService(services.db(), table.policy)),
        table.pages());
  }

  private Section platform() {
    Tokens tokens = new Tokens(ids);
    return Section.of(
        "1",
        "Credentials and platform calls",
        get("/cgi-bin/token").withoutToken().withoutErrcode().writes(tokens::classic),
        post("/cgi-bin/stable_token").withoutToken().withoutErrcode().writes(tokens::stable),
        get("/cgi-bin/ticket/getticket").writes(new Tickets(ids)::get),
        post("/cgi-bin/media/uploadimg").withoutErrcode().writes(new Images(links)::upload),
        post("/cgi-bin/media/upload").withoutErrcode().writes(new TemporaryMedia(ids)::upload),
        get("/cgi-bin/media/get").sends(pages::medium),
        post("/cgi-bin/clear_quota").writes(QuotaResets::clear),
        post("/cgi-bin/clear_quota/v2").withoutToken().writes(QuotaResets::clearBySecret),
        post("/cgi-bin/openapi/quota/get")
            .withoutErrcode()
            .lacking("without a quota of its own, a test account's figures or none")
            .readsJournal(new QuotaLookup(router::hasApi)::get),
        post("/cgi-bin/openapi/rid/get")
            .lacking("refusals alone have a rid, and the journal keeps 1,000 calls")
            .readsJournal(RequestLookup::get),
        get("/cgi-bin/get_api_domain_ip").withoutErrcode().reads(ServerAddresses::list),
        get("/cgi-bin/getcallbackip").withoutErrcode().reads(ServerAddresses::list),
        post("/cgi-bin/callback/check").withoutErrcode().reads(CallbackCheck::check),
        get(Links.PICTURES).shows(pages::qrPicture));
  }

  private Section cards() {
    Cells cells = new Cells(policy);
    return Section.of(
        "2",
        "Creating cards",
        any("/card/getcolors").reads(Colors::all),
        post("/card/create").writes(new Cards(ids, policy)::create),
        post("/card/paycell/set")
            .lacking("the cell is kept, but nobody can pay by it")
            .writes(cells::setPay),
        post("/card/selfconsumecell/set")
            .lacking("the cell is kept, but nobody can redeem by it")
            .writes(cells::setSelfConsume));
  }

  private Section sharing() {
    return Section.of(
        "3",
        "Handing cards out",
        post("/card/qrcode/create").writes(qrCodes::create),
        post("/card/testwhitelist/set").writes(Testers::set),
        post("/card/landingpage/create").writes(landingPages::create),
        post("/card/mpnews/gethtml").writes(new Articles(links, qrCodes)::html),
        post("/cgi-bin/message/custom/send").lacking(CARDS_ONLY).writes(Messages::toOne),
        post("/cgi-bin/message/mass/sendall").lacking(CARDS_ONLY).writes(Messages::toAll),
        post("/cgi-bin/message/mass/send").lacking(CARDS_ONLY).writes(Messages::toMany),
        post("/cgi-bin/message/mass/preview").lacking(CARDS_ONLY).writes(Messages::preview),
        post("/card/code/deposit").writes(new Deposits(policy)::add),
        post("/card/code/getdepositcount").reads(Deposits::count),
        post("/card/code/checkcode").reads(Deposits::check),
        post("/card/storewxa/set")
            .lacking("no mini program shows the card")
            .writes(StoreCards::set),
        post("/card/storewxa/get").reads(StoreCards::get));
  }

  private static Section codes(Policy policy) {
    return Section.of(
        "4",
        "Redeeming",
        post("/card/code/get").reads(Codes::get),
        post("/card/code/consume").writes(new Redemption(policy)::consume),
        post("/card/code/decrypt").reads(Codes::decrypt));
  }

  private Section managing() {
    return Section.of(
        "5",
        "Managing cards and codes",
        post("/card/user/getcardlist").reads(UserService::cardList),
        post("/card/get").reads(Cards::get),
        post("/card/batchget").reads(CardList::page),
        post("/card/update").writes(new CardUpdates(policy)::update),
        post("/card/modifystock").writes(Stock::modify),
        post("/card/delete").writes(Cards::delete),
        post("/card/code/update").writes(CodeChanges::update),
        post("/card/code/unavailable").writes(CodeChanges::end));
  }

  private static Section statistics() {
    return Section.of(
        "6",
        "Statistics",
        post("/datacube/getcardbizuininfo").withoutErrcode().reads(Statistics::overview),
        post("/datacube/getcardcardinfo").withoutErrcode().reads(Statistics::coupons),
        post("/datacube/getcardmembercardinfo").withoutErrcode().reads(Statistics::memberCards),
        post("/datacube/getcardmembercarddetail")
            .withoutErrcode()
            .lacking("payOriginalFee and fee are always 0, nobody pays here")
            .reads(Statistics::memberCard));
  }

  private Section members() {
    MemberForms forms = new MemberForms(links);
    return Section.of(
            "7",
            "Member cards",
            post("/card/membercard/activate").writes(new MemberActivation(policy)::activate),
            post("/card/membercard/updateuser")
                .lacking("the user is sent no notice of the change")
                .writes(new MemberAccounts(policy)::update),
            post("/card/membercard/userinfo/get").reads(MemberInfo::get),
            post("/card/membercard/activateuserform/set").writes(forms::set),
            post("/card/membercard/activate/geturl").reads(forms::url),
            post("/card/membercard/activatetempinfo/get").reads(ActivateTickets::info),
            post("/card/membercard/unactivate")
                .lacking("undocumented; what else than the activation it takes back is not known")
                .writes(MemberActivation::deactivate))
        .and(RefusedPaths.afterPayment());
  }

  private static Section tickets() {
    return Section.of(
        "8",
        "Tickets",
        post("/card/movieticket/updateuser").writes(TicketDetails::movie),
        post("/card/meetingticket/updateuser").writes(TicketDetails::meeting),
        post("/card/boardingpass/checkin").writes(TicketDetails::boarding));
  }

  private Section merchants() {
    SubMerchants merchants = new SubMerchants(policy);
    return Section.of(
        "9",
        "Sub-merchants",
        // The sources differ about the method.
        any("/card/getapplyprotocol")
            .lacking("the categories are a selection")
            .reads(MerchantCategories::list),
        post("/card/submerchant/submit").writes(merchants::submit),
        post("/card/submerchant/update").writes(merchants::update),
        post("/card/submerchant/get").reads(SubMerchants::get),
        post("/card/submerchant/batchget").reads(SubMerchants::list));
  }

  private Section users() {
    Claims claims = new Claims(ids, policy);
    Gifts gifts = new Gifts(new CodeSupply(ids));
    FormActivation activation = new FormActivation(new ActivateTickets(ids));
    return Section.of(
        "",
        "What somebody does with a phone",
        post("/sandbox/scan").writes(new Scans(claims)::scan),
        post("/sandbox/addcard").writes(new AddedCards(claims)::add),
        post("/sandbox/gift").writes(gifts::give),
        post("/sandbox/accept").writes(gifts::accept),
        post("/sandbox/return").writes(gifts::giveBack),
        post("/sandbox/remove").writes(HeldCards::remove),
        post("/sandbox/view").writes(HeldCards::view),
        post("/sandbox/open").writes(HeldCards::open),
        get("/sandbox/users").reads(UserService::list),
        post("/sandbox/activate").writes(activation::activate));
  }

  private Section controls(StateService state) {
    return Section.of(
        "",
        "The controls",
        get("/sandbox/status").reads(state::status),
        get("/sandbox/coverage").reads((tx, input) -> CoverageTable.json(router.sections())),
        post("/sandbox/approve").writes(Approvals::approve),
        post("/sandbox/reject").writes(Approvals::reject),
        post("/sandbox/approve-merchant").writes(SubMerchants::approve),
        post("/sandbox/clock").writes(SandboxClock::move),
        get("/sandbox/faults").reads(Faults::list),
        post("/sandbox/faults").writes(Faults::add),
        delete("/sandbox/faults").writes(Faults::clear),
        get("/sandbox/callback").reads(Callbacks::show),
        post("/sandbox/callback").writes(Callbacks::set),
        delete("/sandbox/callback").writes(Callbacks::clear),
        get("/sandbox/events").reads(Events::list),
        post("/sandbox/events/resend").writes(Events::resend),
        get("/sandbox/journal").readsJournal(Journal::list),
        get("/sandbox/export").reads(StateService::export),
        post("/sandbox/reset").writes(state::reset),
        get("/sandbox/messages").reads(Messages::list));
  }

  private Section pages() {
    return Section.of(
        "",
        "What a browser or a phone finds",
        get(Links.ACTIVATIONS).shows(WebPages::activation),
        get(Links.ARTICLES).shows(WebPages::article),
        get(Links.PAGES).shows(pages::landing),
        get(Links.IMAGES).shows(pages::image),
        get(Links.SCANS).shows(pages::scan));
  }
}
