package org.muniment.ops.limits;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

class AddressesTest {
    @Test
    void aHeaderIsBelievedOfTheNamedProxyOnlyAndOnlyItsLastEntry() {
        assertThat(new Addresses("").of(from("10.0.0.9"))).isEqualTo("10.0.0.9");
        assertThat(new Addresses("10.0.0.1").of(from("10.0.0.9"))).isEqualTo("10.0.0.9");
        assertThat(new Addresses("10.0.0.9").of(from("10.0.0.9"))).isEqualTo("192.0.2.7");
    }

    private static MockHttpServletRequest from(String sender) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setRemoteAddr(sender);
        request.addHeader("X-Forwarded-For", "203.0.113.1, 192.0.2.7");
        return request;
    }
}
