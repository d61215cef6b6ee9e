/* SPDX-License-Identifier: Apache-2.0 */
/** The settings of proofs: system properties and the time scale. */
package com.cliqtel.camel.proofs.settings;
