package nl.mtvp.payment.payout;

import static org.junit.jupiter.api.Assertions.assertEquals;

import nl.mtvp.payment.payout.domain.ReturnCodes;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReturnCodesTest {

    @ParameterizedTest
    @CsvSource({
        "AC04 closed, true",
        "ac04: closed, true",
        "returned (BE04), true",
        "MS03 no reason given, false",
        "AC045, false",
        "XAC04, false",
        "AM09, false"
    })
    void D51_a_code_that_says_there_is_no_such_account_is_seen_in_whatever_words(String reason, boolean noAccount) {
        assertEquals(noAccount, ReturnCodes.sayNoAccount(reason));
    }
}
