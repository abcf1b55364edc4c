package io.github.wxcard.sandbox.http;

import static io.github.wxcard.sandbox.http.ApiSection.section;
import static io.github.wxcard.sandbox.http.Route.any;
import static io.github.wxcard.sandbox.http.Route.delete;
import static io.github.wxcard.sandbox.http.Route.get;
import static io.github.wxcard.sandbox.http.Route.post;

import io.github.wxcard.sandbox.service.ServiceContext;
import io.github.wxcard.sandbox.service.access.NetworkService;
import io.github.wxcard.sandbox.service.access.QuotaService;
import io.github.wxcard.sandbox.service.access.SigningTicketService;
import io.github.wxcard.sandbox.service.access.TokenService;
import io.github.wxcard.sandbox.service.admin.CallbackService;
import io.github.wxcard.sandbox.service.admin.ClockService;
import io.github.wxcard.sandbox.service.admin.EventService;
import io.github.wxcard.sandbox.service.admin.FaultService;
import io.github.wxcard.sandbox.service.admin.RequestJournal;
import io.github.wxcard.sandbox.service.admin.RequestLookup;
import io.github.wxcard.sandbox.service.admin.ReviewDecisions;
import io.github.wxcard.sandbox.service.admin.StateService;
import io.github.wxcard.sandbox.service.base.AccountPolicy;
import io.github.wxcard.sandbox.service.base.IdGenerator;
import io.github.wxcard.sandbox.service.base.ImageService;
import io.github.wxcard.sandbox.service.base.SandboxLinks;
import io.github.wxcard.sandbox.service.base.TemporaryMediaService;
import io.github.wxcard.sandbox.service.card.CardCellService;
import io.github.wxcard.sandbox.service.card.CardListService;
import io.github.wxcard.sandbox.service.card.CardService;
import io.github.wxcard.sandbox.service.card.CardUpdateService;
import io.github.wxcard.sandbox.service.card.StockService;
import io.github.wxcard.sandbox.service.code.CodeAllocator;
import io.github.wxcard.sandbox.service.code.CodeService;
import io.github.wxcard.sandbox.service.code.DepositService;
import io.github.wxcard.sandbox.service.code.GiftService;
import io.github.wxcard.sandbox.service.code.RedeemService;
import io.github.wxcard.sandbox.service.code.TicketDetailService;
import io.github.wxcard.sandbox.service.member.FormActivationService;
import io.github.wxcard.sandbox.service.member.MemberFormService;
import io.github.wxcard.sandbox.service.member.MemberInfoService;
import io.github.wxcard.sandbox.service.member.MemberService;
import io.github.wxcard.sandbox.service.merchant.SubmerchantForm;
import io.github.wxcard.sandbox.service.merchant.SubmerchantService;
import io.github.wxcard.sandbox.service.share.CardPageService;
import io.github.wxcard.sandbox.service.share.MassMessageService;
import io.github.wxcard.sandbox.service.share.MessageService;
import io.github.wxcard.sandbox.service.share.QrCodeService;
import io.github.wxcard.sandbox.service.share.StoreWxaService;
import io.github.wxcard.sandbox.service.statistics.StatisticsService;
import io.github.wxcard.sandbox.service.user.AddCardService;
import io.github.wxcard.sandbox.service.user.ClaimService;
import io.github.wxcard.sandbox.service.user.HeldCardService;
import io.github.wxcard.sandbox.service.user.ScanService;
import io.github.wxcard.sandbox.service.user.UserService;
import io.github.wxcard.sandbox.store.Store;
import java.util.List;

/**
 * The route table: every path the sandbox answers, by the sections of WeChat's interface, in the
 * order in which they are reported. An action that needs the state alone is a static method; any
 * other belongs to a service made here with what it needs. The router is asked, once it has the
 * table, what there is.
 */
final class RouteTable {
  private static final String CARDS_ONLY = "messages of type wxcard only";

  private RouteTable() {}

  static List<ApiSection> of(ServiceContext services, Store store, Router router) {
    IdGenerator ids = services.ids();
    SandboxLinks links = services.links();
    AccountPolicy policy = services.policy();
    QrCodeService qrCodes = new QrCodeService(ids, links, policy);
    CardPageService cardPages = new CardPageService(links, qrCodes);
    WebPages pages = new WebPages(store, qrCodes, cardPages);
    StateService state = new StateService(services.db(), policy);
    TokenService tokens = new TokenService(ids);
    CardCellService cells = new CardCellService(policy);
    MemberService members = new MemberService(policy);
    MemberFormService forms = new MemberFormService(links);
    SubmerchantService merchants = new SubmerchantService(policy);
    ClaimService claims = new ClaimService(ids, policy);
    GiftService gifts = new GiftService(new CodeAllocator(ids));
    return List.of(
        section(
            "1",
            "Credentials and platform calls",
            get("/cgi-bin/token").noToken().noErrcode().writes(tokens::classic),
            post("/cgi-bin/stable_token").noToken().noErrcode().writes(tokens::stable),
            get("/cgi-bin/ticket/getticket").writes(new SigningTicketService(ids)::get),
            post("/cgi-bin/media/uploadimg").noErrcode().writes(new ImageService(links)::upload),
            post("/cgi-bin/media/upload")
                .noErrcode()
                .writes(new TemporaryMediaService(ids)::upload),
            get("/cgi-bin/media/get").sends(pages::medium),
            post("/cgi-bin/clear_quota").writes(QuotaService::clear),
            post("/cgi-bin/clear_quota/v2").noToken().writes(QuotaService::clearBySecret),
            post("/cgi-bin/openapi/quota/get")
                .noErrcode()
                .lacking("without a quota of its own, a test account's figures or none")
                .readsJournal(new QuotaService(router::hasApi)::get),
            post("/cgi-bin/openapi/rid/get")
                .lacking("refusals alone have a rid, and the journal keeps 1,000 calls")
                .readsJournal(RequestLookup::get),
            get("/cgi-bin/get_api_domain_ip").noErrcode().reads(NetworkService::addresses),
            get("/cgi-bin/getcallbackip").noErrcode().reads(NetworkService::addresses),
            post("/cgi-bin/callback/check").noErrcode().reads(NetworkService::check),
            get(SandboxLinks.PICTURES).shows(pages::qrPicture)),
        section(
            "2",
            "Creating cards",
            any("/card/getcolors").reads(CardService::colors),
            post("/card/create").writes(new CardService(ids, policy)::create),
            post("/card/paycell/set")
                .lacking("the cell is kept, but nobody can pay by it")
                .writes(cells::setPay),
            post("/card/selfconsumecell/set")
                .lacking("the cell is kept, but nobody can redeem by it")
                .writes(cells::setSelfConsume)),
        section(
            "3",
            "Handing cards out",
            post("/card/qrcode/create").writes(qrCodes::create),
            post("/card/testwhitelist/set").writes(UserService::setTesters),
            post("/card/landingpage/create").writes(cardPages::create),
            post("/card/mpnews/gethtml").writes(cardPages::article),
            post("/cgi-bin/message/custom/send").lacking(CARDS_ONLY).writes(MessageService::toOne),
            post("/cgi-bin/message/mass/sendall")
                .lacking(CARDS_ONLY)
                .writes(MassMessageService::toAll),
            post("/cgi-bin/message/mass/send")
                .lacking(CARDS_ONLY)
                .writes(MassMessageService::toMany),
            post("/cgi-bin/message/mass/preview")
                .lacking(CARDS_ONLY)
                .writes(MessageService::preview),
            post("/card/code/deposit").writes(new DepositService(policy)::add),
            post("/card/code/getdepositcount").reads(DepositService::count),
            post("/card/code/checkcode").reads(DepositService::check),
            post("/card/storewxa/set")
                .lacking("no mini program shows the card")
                .writes(StoreWxaService::set),
            post("/card/storewxa/get").reads(StoreWxaService::get)),
        section(
            "4",
            "Redeeming",
            post("/card/code/get").reads(CodeService::get),
            post("/card/code/consume").writes(new RedeemService(policy)::consume),
            post("/card/code/decrypt").reads(CodeService::decrypt)),
        section(
            "5",
            "Managing cards and codes",
            post("/card/user/getcardlist").reads(UserService::cardList),
            post("/card/get").reads(CardService::get),
            post("/card/batchget").reads(CardListService::page),
            post("/card/update").writes(new CardUpdateService(policy)::update),
            post("/card/modifystock").writes(StockService::modify),
            post("/card/delete").writes(CardService::delete),
            post("/card/code/update").writes(CodeService::update),
            post("/card/code/unavailable").writes(CodeService::end)),
        section(
            "6",
            "Statistics",
            post("/datacube/getcardbizuininfo").noErrcode().reads(StatisticsService::overview),
            post("/datacube/getcardcardinfo").noErrcode().reads(StatisticsService::coupons),
            post("/datacube/getcardmembercardinfo")
                .noErrcode()
                .reads(StatisticsService::memberCards),
            post("/datacube/getcardmembercarddetail")
                .noErrcode()
                .lacking("payOriginalFee and fee are always 0, nobody pays here")
                .reads(StatisticsService::memberCard)),
        section(
                "7",
                "Member cards",
                post("/card/membercard/activate").writes(members::activate),
                post("/card/membercard/updateuser")
                    .lacking("the user is sent no notice of the change")
                    .writes(members::update),
                post("/card/membercard/userinfo/get").reads(MemberInfoService::get),
                post("/card/membercard/activateuserform/set").writes(forms::set),
                post("/card/membercard/activate/geturl").reads(forms::url),
                post("/card/membercard/activatetempinfo/get").reads(FormActivationService::info),
                post("/card/membercard/unactivate")
                    .lacking(
                        "undocumented; what else than the activation it takes back is not known")
                    .writes(MemberService::deactivate))
            .and(RefusedPaths.afterPayment()),
        section(
            "8",
            "Tickets",
            post("/card/movieticket/updateuser").writes(TicketDetailService::movie),
            post("/card/meetingticket/updateuser").writes(TicketDetailService::meeting),
            post("/card/boardingpass/checkin").writes(TicketDetailService::boarding)),
        section(
            "9",
            "Sub-merchants",
            // The sources differ about the method.
            any("/card/getapplyprotocol")
                .lacking("the categories are a selection")
                .reads(SubmerchantForm::categories),
            post("/card/submerchant/submit").writes(merchants::submit),
            post("/card/submerchant/update").writes(merchants::update),
            post("/card/submerchant/get").reads(SubmerchantService::get),
            post("/card/submerchant/batchget").reads(SubmerchantService::list)),
        new ApiSection("10", "Gift cards", RefusedPaths.giftCards()),
        new ApiSection("11", "Discontinued", RefusedPaths.discontinued()),
        new ApiSection("14", "Invoices and activities", RefusedPaths.invoicesAndActivities()),
        section(
            "",
            "What somebody does with a phone",
            post("/sandbox/scan").writes(new ScanService(claims)::scan),
            post("/sandbox/addcard").writes(new AddCardService(claims)::add),
            post("/sandbox/gift").writes(gifts::give),
            post("/sandbox/accept").writes(gifts::accept),
            post("/sandbox/return").writes(gifts::giveBack),
            post("/sandbox/remove").writes(HeldCardService::remove),
            post("/sandbox/view").writes(HeldCardService::view),
            post("/sandbox/open").writes(HeldCardService::open),
            get("/sandbox/users").reads(UserService::list),
            post("/sandbox/activate").writes(new FormActivationService(ids)::activate)),
        section(
            "",
            "The controls",
            get("/sandbox/status").reads(state::status),
            get("/sandbox/coverage").reads((tx, input) -> ApiSection.coverage(router.sections())),
            post("/sandbox/approve").writes(ReviewDecisions::approve),
            post("/sandbox/reject").writes(ReviewDecisions::reject),
            post("/sandbox/approve-merchant").writes(SubmerchantService::approve),
            post("/sandbox/clock").writes(ClockService::move),
            get("/sandbox/faults").reads(FaultService::list),
            post("/sandbox/faults").writes(FaultService::add),
            delete("/sandbox/faults").writes(FaultService::clear),
            get("/sandbox/callback").reads(CallbackService::show),
            post("/sandbox/callback").writes(CallbackService::set),
            delete("/sandbox/callback").writes(CallbackService::clear),
            get("/sandbox/events").reads(EventService::list),
            post("/sandbox/events/resend").writes(EventService::resend),
            get("/sandbox/journal").readsJournal(RequestJournal::list),
            get("/sandbox/export").reads(StateService::export),
            post("/sandbox/reset").writes(state::reset),
            get("/sandbox/messages").reads(MessageService::list)),
        section(
            "",
            "What a browser or a phone finds",
            get(SandboxLinks.ACTIVATIONS).shows(WebPages::activation),
            get(SandboxLinks.ARTICLES).shows(WebPages::article),
            get(SandboxLinks.PAGES).shows(pages::landing),
            get(SandboxLinks.IMAGES).shows(pages::image),
            get(SandboxLinks.SCANS).shows(pages::scan)));
  }
}
