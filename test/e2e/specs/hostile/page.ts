// The attacker's page: nothing of its own, so that every way is the test's. It keeps what a person typed.
export {};
