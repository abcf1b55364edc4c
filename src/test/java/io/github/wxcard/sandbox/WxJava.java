package io.github.wxcard.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import me.chanjar.weixin.mp.api.WxMpCardService;
import me.chanjar.weixin.mp.api.WxMpMemberCardService;
import me.chanjar.weixin.mp.api.WxMpService;
import me.chanjar.weixin.mp.api.impl.WxMpServiceImpl;
import me.chanjar.weixin.mp.bean.card.BaseInfo;
import me.chanjar.weixin.mp.bean.card.DateInfo;
import me.chanjar.weixin.mp.bean.card.GrouponCard;
import me.chanjar.weixin.mp.bean.card.GrouponCardCreateRequest;
import me.chanjar.weixin.mp.bean.card.Sku;
import me.chanjar.weixin.mp.bean.card.WxMpCardCreateRequest;
import me.chanjar.weixin.mp.config.WxMpHostConfig;
import me.chanjar.weixin.mp.config.impl.WxMpDefaultConfigImpl;

/** WxJava, a client that nobody here wrote, pointed at a sandbox. */
final class WxJava {
  final RawSandbox raw;
  final WxMpService weChat = new WxMpServiceImpl();
  final WxMpCardService cards;
  final WxMpMemberCardService members;

  private final Set<Method> returned = new HashSet<>();

  WxJava(RawSandbox raw) {
    this(raw, false);
  }

  WxJava(RawSandbox raw, boolean stableToken) {
    this.raw = raw;
    WxMpDefaultConfigImpl config = new WxMpDefaultConfigImpl();
    config.setAppId("wx5a4db0c0000c0de1");
    config.setSecret("0123456789abcdef0123456789abcdef");
    config.useStableAccessToken(stableToken);
    String base = raw.sandbox.base().toString();
    config.setHostConfig(new WxMpHostConfig(base, base, base));
    weChat.setWxMpConfigStorage(config);
    cards = watched(WxMpCardService.class, weChat.getCardService());
    members = watched(WxMpMemberCardService.class, weChat.getMemberCardService());
  }

  /** Which methods of the two card services have come back without an exception. */
  Set<Method> returned() {
    return returned;
  }

  /** A method's name with the simple types of its parameters. */
  static String signature(Method method) {
    return Arrays.stream(method.getParameterTypes())
        .map(Class::getSimpleName)
        .collect(Collectors.joining(", ", method.getName() + "(", ")"));
  }

  static String cardId(JsonNode claim) {
    return claim.path("card_id").asText();
  }

  static String code(JsonNode claim) {
    return claim.path("code").asText();
  }

  /** A group-buying card of fifteen days that is good in one shop. */
  static WxMpCardCreateRequest groupon(String logo) {
    DateInfo term = new DateInfo();
    term.setType("DATE_TYPE_FIX_TERM");
    term.setFixedTerm(15);
    term.setFixedBeginTerm(0);
    Sku sku = new Sku();
    sku.setQuantity(100);
    BaseInfo base = new BaseInfo();
    base.setLogoUrl(logo);
    base.setBrandName("火锅店");
    base.setCodeType("CODE_TYPE_TEXT");
    base.setTitle("双人套餐");
    base.setColor("Color010");
    base.setNotice("请出示二维码");
    base.setDescription("一行");
    base.setDateInfo(term);
    base.setSku(sku);
    base.setLocationIdList(List.of("123"));
    GrouponCard groupon = new GrouponCard();
    groupon.setBaseInfo(base);
    groupon.setDealDetail("锅底一份");
    GrouponCardCreateRequest card = new GrouponCardCreateRequest();
    card.setGroupon(groupon);
    WxMpCardCreateRequest request = new WxMpCardCreateRequest();
    request.setCardCreateRequest(card);
    return request;
  }

  private <T> T watched(Class<T> service, T implementation) {
    return service.cast(
        Proxy.newProxyInstance(
            service.getClassLoader(),
            new Class<?>[] {service},
            (proxy, method, arguments) -> {
              try {
                Object result = method.invoke(implementation, arguments);
                returned.add(method);
                return result;
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            }));
  }

  /** Something done with the client. */
  interface Scenario {
    void play(WxJava wxJava) throws Exception;
  }
}
