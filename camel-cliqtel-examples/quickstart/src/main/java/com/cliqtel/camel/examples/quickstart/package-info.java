/* SPDX-License-Identifier: Apache-2.0 */
/** The main job, whole: send an SMS and follow it to delivery. */
package com.cliqtel.camel.examples.quickstart;
