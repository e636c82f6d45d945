package org.muniment.ops.ledger;

import org.muniment.ops.ledger.Verification.Result;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The whole ledger, verified on demand. */
@RestController
class VerificationApi {
    private final Verification verification;

    VerificationApi(Verification verification) {
        this.verification = verification;
    }

    @PostMapping("/api/ledger/verification")
    ResponseEntity<Result> start() {
        return ResponseEntity.accepted().body(verification.start());
    }

    @GetMapping("/api/ledger/verification")
    Result result() {
        return verification.result();
    }
}
