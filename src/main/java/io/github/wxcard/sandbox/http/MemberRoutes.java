package io.github.wxcard.sandbox.http;

import static io.github.wxcard.sandbox.http.Route.any;
import static io.github.wxcard.sandbox.http.Route.post;

import io.github.wxcard.sandbox.service.Services;
import io.github.wxcard.sandbox.service.member.ActivateTickets;
import io.github.wxcard.sandbox.service.member.MemberActivation;
import io.github.wxcard.sandbox.service.member.MemberForms;
import io.github.wxcard.sandbox.service.member.MemberInfo;
import java.util.ArrayList;
import java.util.List;

/** Member cards. */
final class MemberRoutes {
  private static final int UNAUTHORIZED = 48001;

  /** Their bodies are not known well enough to be played. */
  private static final List<String> AFTER_PAYMENT =
      List.of(
          "/card/paygiftcard/add",
          "/card/paygiftcard/delete",
          "/card/paygiftcard/getbyid",
          "/card/paygiftcard/batchget",
          "/card/paygiftmembercard/add",
          "/card/paygiftmembercard/delete",
          "/card/paygiftmembercard/get");

  private MemberRoutes() {}

  static List<Route> of(Services services) {
    MemberForms forms = services.memberForms();
    List<Route> routes = new ArrayList<>();
    routes.add(post("/card/membercard/activate").writes(services.memberActivation()::activate));
    routes.add(
        post("/card/membercard/updateuser")
            .lacking("the user is sent no notice of the change")
            .writes(services.memberAccounts()::update));
    routes.add(post("/card/membercard/userinfo/get").reads(MemberInfo::get));
    routes.add(post("/card/membercard/activateuserform/set").writes(forms::set));
    routes.add(post("/card/membercard/activate/geturl").reads(forms::url));
    routes.add(post("/card/membercard/activatetempinfo/get").reads(ActivateTickets::info));
    routes.add(
        post("/card/membercard/unactivate")
            .lacking("undocumented; what else than the activation it takes back is not known")
            .writes(MemberActivation::deactivate));
    for (String path : AFTER_PAYMENT) {
      routes.add(
          any(path)
              .refuses(UNAUTHORIZED, "WeChat has it, but nobody pays here, so no card follows"));
    }
    return routes;
  }
}
