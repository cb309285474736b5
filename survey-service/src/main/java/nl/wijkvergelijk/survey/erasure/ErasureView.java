package nl.wijkvergelijk.survey.erasure;

import java.time.Instant;

/**
 * What came of it.
 *
 * @param person what stands in place of the account from now on; null when no account was named
 * @param places in how many places it took the account's
 * @param addresses for how many responses the address was dropped
 */
record ErasureView(String person, long places, int addresses, Instant erasedAt) {}
