/* SPDX-License-Identifier: Apache-2.0 */
/** An application that runs for long under faults: every count compared with the simulator's, its heap and threads watched. */
package com.cliqtel.camel.proofs.soak;
