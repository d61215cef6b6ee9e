/* SPDX-License-Identifier: Apache-2.0 */
/** JSON of the API, of webhooks, of the state file, and documents in YAML or JSON. */
package com.cliqtel.camel.simulator.json;
