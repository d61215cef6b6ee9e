/* SPDX-License-Identifier: Apache-2.0 */
/** Two contexts under faults and restarts for any time. */
package com.cliqtel.camel.proofs.soak;
