package fr.opalconnect.payment.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Against values that others computed: the provider's own example, and three that independent implementations of the
/// same signature have recorded in public.
class SignatureTest {
    private static final String KEY = "1122334455667788";
    private static final String EXAMPLE = "vads_action_mode=INTERACTIVE&vads_amount=5124&vads_ctx_mode=TEST"
            + "&vads_currency=978&vads_page_action=PAYMENT&vads_payment_config=SINGLE&vads_site_id=12345678"
            + "&vads_trans_date=20170129130025&vads_trans_id=123456&vads_version=V2";
    private static final String REQUEST = "vads_version=V2&vads_page_action=PAYMENT&vads_action_mode=INTERACTIVE"
            + "&vads_payment_config=SINGLE&vads_site_id=12345678&vads_ctx_mode=TEST&vads_trans_id=654321"
            + "&vads_trans_date=20090501193530&vads_amount=1524&vads_currency=978";

    @Test
    void the_example_of_the_provider_comes_out() {
        assertThat(Signature.hmac("vads_", KEY).of(fields(EXAMPLE)))
                .isEqualTo("ycA5Do5tNvsnKdc/eP1bj2xa19z9q3iWPy9/rpesfS0=");
    }

    @Test
    void requests_signed_elsewhere_come_out_the_same_with_the_old_algorithm() {
        Signature old = Signature.sha1("vads_", KEY);
        assertThat(old.of(fields(REQUEST))).isEqualTo("606b369759fac4f0864144c803c73676cbe470ff");
        assertThat(old.of(fields(REQUEST + "&vads_cust_first_name=Jean+Mich%C3%A9l&vads_cust_last_name=Miha%C3%AF")))
                .isEqualTo("cf1ccac335590a33d6c243345c4f4531a0316b7f");
    }

    @Test
    void a_notification_signed_elsewhere_is_genuine_here() {
        Map<String, String> notice = fields("vads_amount=1042&vads_auth_mode=FULL&vads_auth_number=3feadf"
                + "&vads_auth_result=00&vads_capture_delay=0&vads_card_brand=CB&vads_result=00"
                + "&vads_card_number=497010XXXXXX0000"
                + "&vads_payment_certificate=582ba2b725057618706d7a06e9e59acdbf69ff53&vads_ctx_mode=TEST"
                + "&vads_currency=978&vads_effective_amount=1042&vads_site_id=70168983"
                + "&vads_trans_date=20161013101355&vads_trans_id=226787&vads_trans_uuid=4b5053b3b1fe4b02a07753e7a"
                + "&vads_effective_creation_date=20200330162530"
                + "&signature=c17fab393f94dc027dc029510c85d5fc46c4710f");
        assertThat(Signature.sha1("vads_", KEY).isOf(notice)).isTrue();
        notice.put("vads_amount", "1");
        assertThat(Signature.sha1("vads_", KEY).isOf(notice)).isFalse();
    }

    @Test
    void fields_that_are_empty_count_and_those_of_others_do_not() {
        Signature signature = Signature.hmac("vads_", KEY);
        String plain = signature.of(fields(EXAMPLE));
        assertThat(signature.of(fields(EXAMPLE + "&vads_a=&vads_zone="))).isNotEqualTo(plain);
        assertThat(signature.of(fields(EXAMPLE + "&signature=x&payer=Payer"))).isEqualTo(plain);
        // An empty first value keeps its place before the plus sign.
        assertThat(new Signature("v", text -> text).of(fields("v1=&v2=b&v3="))).isEqualTo("+b+");
    }

    @Test
    void nothing_is_genuine_without_a_signature() {
        assertThat(Signature.hmac("vads_", KEY).isOf(fields(EXAMPLE))).isFalse();
    }

    static Map<String, String> fields(String form) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String field : form.split("&", -1)) {
            int cut = field.indexOf('=');
            fields.put(field.substring(0, cut), URLDecoder.decode(field.substring(cut + 1), StandardCharsets.UTF_8));
        }
        return fields;
    }
}
