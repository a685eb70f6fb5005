export type Json = string | number | boolean | null | { [key: string]: Json | undefined } | Json[]

export type Database = {
  
  "public": {
          Tables: {
            "ad_bids": {
                  Row: {
                    "amount_cents": number,"created_at": string,"ends_on": string,"id": string,"placed_by": string | null,"slot_id": string,"starts_on": string,"store_id": string,"withdrawn_at": string | null
                  }
                  ComputedFields: never
                  Insert: {
                    "amount_cents": number,"created_at"?: string,"ends_on": string,"id"?: string,"placed_by"?: string | null,"slot_id": string,"starts_on": string,"store_id": string,"withdrawn_at"?: string | null
                  }
                  Update: {
                    "amount_cents"?: number,"created_at"?: string,"ends_on"?: string,"id"?: string,"placed_by"?: string | null,"slot_id"?: string,"starts_on"?: string,"store_id"?: string,"withdrawn_at"?: string | null
                  }
                  Relationships: [
                    {
      foreignKeyName: "ad_bids_slot_id_fkey"
      columns: ["slot_id"]
isOneToOne: false
      referencedRelation: "ad_slots"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "ad_bids_store_id_fkey"
      columns: ["store_id"]
isOneToOne: false
      referencedRelation: "stores"
      referencedColumns: ["id"]
    }
                  ]
                },"ad_runs": {
                  Row: {
                    "bid_count": number,"bid_id": string | null,"city_id": string,"created_at": string,"id": string,"ledger_transaction_id": string | null,"price_cents": number | null,"run_on": string,"slot_id": string,"store_id": string | null
                  }
                  ComputedFields: never
                  Insert: {
                    "bid_count": number,"bid_id"?: string | null,"city_id": string,"created_at"?: string,"id"?: string,"ledger_transaction_id"?: string | null,"price_cents"?: number | null,"run_on": string,"slot_id": string,"store_id"?: string | null
                  }
                  Update: {
                    "bid_count"?: number,"bid_id"?: string | null,"city_id"?: string,"created_at"?: string,"id"?: string,"ledger_transaction_id"?: string | null,"price_cents"?: number | null,"run_on"?: string,"slot_id"?: string,"store_id"?: string | null
                  }
                  Relationships: [
                    {
      foreignKeyName: "ad_runs_bid_id_fkey"
      columns: ["bid_id"]
isOneToOne: false
      referencedRelation: "ad_bids"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "ad_runs_city_id_fkey"
      columns: ["city_id"]
isOneToOne: false
      referencedRelation: "cities"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "ad_runs_ledger_transaction_id_fkey"
      columns: ["ledger_transaction_id"]
isOneToOne: false
      referencedRelation: "ledger_transactions"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "ad_runs_slot_id_fkey"
      columns: ["slot_id"]
isOneToOne: false
      referencedRelation: "ad_slots"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "ad_runs_store_id_fkey"
      columns: ["store_id"]
isOneToOne: false
      referencedRelation: "stores"
      referencedColumns: ["id"]
    }
                  ]
                },"ad_slots": {
                  Row: {
                    "city_id": string,"created_at": string,"floor_cents": number,"id": string,"is_active": boolean,"name": string,"position": number,"translations": NonNullable<Json>,"updated_at": string
                  }
                  ComputedFields: never
                  Insert: {
                    "city_id": string,"created_at"?: string,"floor_cents": number,"id"?: string,"is_active"?: boolean,"name": string,"position": number,"translations"?: NonNullable<Json>,"updated_at"?: string
                  }
                  Update: {
                    "city_id"?: string,"created_at"?: string,"floor_cents"?: number,"id"?: string,"is_active"?: boolean,"name"?: string,"position"?: number,"translations"?: NonNullable<Json>,"updated_at"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "ad_slots_city_id_fkey"
      columns: ["city_id"]
isOneToOne: false
      referencedRelation: "cities"
      referencedColumns: ["id"]
    }
                  ]
                },"addresses": {
                  Row: {
                    "contact_name": string,"contact_phone": string,"created_at": string,"detail": string,"id": string,"is_default": boolean,"label": string,"lat": number,"lon": number,"street": string,"updated_at": string,"user_id": string
                  }
                  ComputedFields: never
                  Insert: {
                    "contact_name": string,"contact_phone": string,"created_at"?: string,"detail"?: string,"id"?: string,"is_default"?: boolean,"label"?: string,"lat": number,"lon": number,"street": string,"updated_at"?: string,"user_id"?: string
                  }
                  Update: {
                    "contact_name"?: string,"contact_phone"?: string,"created_at"?: string,"detail"?: string,"id"?: string,"is_default"?: boolean,"label"?: string,"lat"?: number,"lon"?: number,"street"?: string,"updated_at"?: string,"user_id"?: string
                  }
                  Relationships: [
                    
                  ]
                },"articles": {
                  Row: {
                    "body": string,"city_id": string | null,"created_at": string,"id": string,"is_published": boolean,"name": string,"picture_path": string | null,"published_at": string | null,"slug": string,"summary": string,"translations": NonNullable<Json>,"updated_at": string
                  }
                  ComputedFields: never
                  Insert: {
                    "body"?: string,"city_id"?: string | null,"created_at"?: string,"id"?: string,"is_published"?: boolean,"name": string,"picture_path"?: string | null,"published_at"?: string | null,"slug": string,"summary"?: string,"translations"?: NonNullable<Json>,"updated_at"?: string
                  }
                  Update: {
                    "body"?: string,"city_id"?: string | null,"created_at"?: string,"id"?: string,"is_published"?: boolean,"name"?: string,"picture_path"?: string | null,"published_at"?: string | null,"slug"?: string,"summary"?: string,"translations"?: NonNullable<Json>,"updated_at"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "articles_city_id_fkey"
      columns: ["city_id"]
isOneToOne: false
      referencedRelation: "cities"
      referencedColumns: ["id"]
    }
                  ]
                },"audit_log": {
                  Row: {
                    "actor_id": string | null,"actor_role": string,"after": NonNullable<Json>,"at": string,"before": NonNullable<Json>,"command": string,"id": number,"merchant_id": string | null,"operation": string,"request_id": string | null,"row_key": string,"store_id": string | null,"table_name": string
                  }
                  ComputedFields: never
                  Insert: {
                    "actor_id"?: string | null,"actor_role": string,"after"?: NonNullable<Json>,"at"?: string,"before"?: NonNullable<Json>,"command"?: string,"id"?: never,"merchant_id"?: string | null,"operation": string,"request_id"?: string | null,"row_key": string,"store_id"?: string | null,"table_name": string
                  }
                  Update: {
                    "actor_id"?: string | null,"actor_role"?: string,"after"?: NonNullable<Json>,"at"?: string,"before"?: NonNullable<Json>,"command"?: string,"id"?: never,"merchant_id"?: string | null,"operation"?: string,"request_id"?: string | null,"row_key"?: string,"store_id"?: string | null,"table_name"?: string
                  }
                  Relationships: [
                    
                  ]
                },"banners": {
                  Row: {
                    "city_id": string,"created_at": string,"ends_at": string | null,"id": string,"is_published": boolean,"link": NonNullable<Json>,"name": string,"picture_path": string | null,"place": Database["public"]['Enums']["content_place"],"segment_id": string | null,"sort_order": number,"starts_at": string,"subtitle": string,"translations": NonNullable<Json>,"updated_at": string
                  }
                  ComputedFields: never
                  Insert: {
                    "city_id": string,"created_at"?: string,"ends_at"?: string | null,"id"?: string,"is_published"?: boolean,"link"?: NonNullable<Json>,"name": string,"picture_path"?: string | null,"place"?: Database["public"]['Enums']["content_place"],"segment_id"?: string | null,"sort_order"?: number,"starts_at"?: string,"subtitle"?: string,"translations"?: NonNullable<Json>,"updated_at"?: string
                  }
                  Update: {
                    "city_id"?: string,"created_at"?: string,"ends_at"?: string | null,"id"?: string,"is_published"?: boolean,"link"?: NonNullable<Json>,"name"?: string,"picture_path"?: string | null,"place"?: Database["public"]['Enums']["content_place"],"segment_id"?: string | null,"sort_order"?: number,"starts_at"?: string,"subtitle"?: string,"translations"?: NonNullable<Json>,"updated_at"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "banners_city_id_fkey"
      columns: ["city_id"]
isOneToOne: false
      referencedRelation: "cities"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "banners_segment_id_fkey"
      columns: ["segment_id"]
isOneToOne: false
      referencedRelation: "segments"
      referencedColumns: ["id"]
    }
                  ]
                },"blocks": {
                  Row: {
                    "blocked_by": string | null,"created_at": string,"id": string,"lift_reason": string,"lifted_at": string | null,"lifted_by": string | null,"reason": string,"refuses": (Database["public"]['Enums']["block_action"])[],"subject": Database["public"]['Enums']["block_subject"],"subject_id": string,"until": string | null
                  }
                  ComputedFields: never
                  Insert: {
                    "blocked_by"?: string | null,"created_at"?: string,"id"?: string,"lift_reason"?: string,"lifted_at"?: string | null,"lifted_by"?: string | null,"reason": string,"refuses": (Database["public"]['Enums']["block_action"])[],"subject": Database["public"]['Enums']["block_subject"],"subject_id": string,"until"?: string | null
                  }
                  Update: {
                    "blocked_by"?: string | null,"created_at"?: string,"id"?: string,"lift_reason"?: string,"lifted_at"?: string | null,"lifted_by"?: string | null,"reason"?: string,"refuses"?: (Database["public"]['Enums']["block_action"])[],"subject"?: Database["public"]['Enums']["block_subject"],"subject_id"?: string,"until"?: string | null
                  }
                  Relationships: [
                    
                  ]
                },"booking_events": {
                  Row: {
                    "actor": Database["public"]['Enums']["actor_role"],"actor_id": string | null,"booking_id": string,"command": string,"created_at": string,"detail": NonNullable<Json>,"from_status": Database["public"]['Enums']["booking_status"],"id": number,"to_status": Database["public"]['Enums']["booking_status"]
                  }
                  ComputedFields: never
                  Insert: {
                    "actor": Database["public"]['Enums']["actor_role"],"actor_id"?: string | null,"booking_id": string,"command": string,"created_at"?: string,"detail"?: NonNullable<Json>,"from_status": Database["public"]['Enums']["booking_status"],"id"?: never,"to_status": Database["public"]['Enums']["booking_status"]
                  }
                  Update: {
                    "actor"?: Database["public"]['Enums']["actor_role"],"actor_id"?: string | null,"booking_id"?: string,"command"?: string,"created_at"?: string,"detail"?: NonNullable<Json>,"from_status"?: Database["public"]['Enums']["booking_status"],"id"?: never,"to_status"?: Database["public"]['Enums']["booking_status"]
                  }
                  Relationships: [
                    {
      foreignKeyName: "booking_events_booking_id_fkey"
      columns: ["booking_id"]
isOneToOne: false
      referencedRelation: "bookings"
      referencedColumns: ["id"]
    }
                  ]
                },"booking_transitions": {
                  Row: {
                    "actor": Database["public"]['Enums']["actor_role"],"command": string,"from_status": Database["public"]['Enums']["booking_status"],"to_status": Database["public"]['Enums']["booking_status"]
                  }
                  ComputedFields: never
                  Insert: {
                    "actor": Database["public"]['Enums']["actor_role"],"command": string,"from_status": Database["public"]['Enums']["booking_status"],"to_status": Database["public"]['Enums']["booking_status"]
                  }
                  Update: {
                    "actor"?: Database["public"]['Enums']["actor_role"],"command"?: string,"from_status"?: Database["public"]['Enums']["booking_status"],"to_status"?: Database["public"]['Enums']["booking_status"]
                  }
                  Relationships: [
                    
                  ]
                },"bookings": {
                  Row: {
                    "created_at": string,"customer_id": string,"ends_at": string,"id": string,"order_id": string,"party_size": number | null,"skill": string | null,"starts_at": string,"status": Database["public"]['Enums']["booking_status"],"store_id": string,"updated_at": string,"worker_id": string | null
                  }
                  ComputedFields: never
                  Insert: {
                    "created_at"?: string,"customer_id": string,"ends_at": string,"id"?: string,"order_id": string,"party_size"?: number | null,"skill"?: string | null,"starts_at": string,"status"?: Database["public"]['Enums']["booking_status"],"store_id": string,"updated_at"?: string,"worker_id"?: string | null
                  }
                  Update: {
                    "created_at"?: string,"customer_id"?: string,"ends_at"?: string,"id"?: string,"order_id"?: string,"party_size"?: number | null,"skill"?: string | null,"starts_at"?: string,"status"?: Database["public"]['Enums']["booking_status"],"store_id"?: string,"updated_at"?: string,"worker_id"?: string | null
                  }
                  Relationships: [
                    {
      foreignKeyName: "bookings_order_id_fkey"
      columns: ["order_id"]
isOneToOne: true
      referencedRelation: "orders"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "bookings_store_id_fkey"
      columns: ["store_id"]
isOneToOne: false
      referencedRelation: "stores"
      referencedColumns: ["id"]
    }
                  ]
                },"breach_records": {
                  Row: {
                    "created_at": string,"delivery_id": string | null,"detail": NonNullable<Json>,"id": string,"kind": string,"rider_id": string,"shift_id": string | null,"waive_note": string,"waived_at": string | null,"waived_by": string | null
                  }
                  ComputedFields: never
                  Insert: {
                    "created_at"?: string,"delivery_id"?: string | null,"detail"?: NonNullable<Json>,"id"?: string,"kind": string,"rider_id": string,"shift_id"?: string | null,"waive_note"?: string,"waived_at"?: string | null,"waived_by"?: string | null
                  }
                  Update: {
                    "created_at"?: string,"delivery_id"?: string | null,"detail"?: NonNullable<Json>,"id"?: string,"kind"?: string,"rider_id"?: string,"shift_id"?: string | null,"waive_note"?: string,"waived_at"?: string | null,"waived_by"?: string | null
                  }
                  Relationships: [
                    {
      foreignKeyName: "breach_records_delivery_id_fkey"
      columns: ["delivery_id"]
isOneToOne: false
      referencedRelation: "deliveries"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "breach_records_rider_id_fkey"
      columns: ["rider_id"]
isOneToOne: false
      referencedRelation: "riders"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "breach_records_shift_id_fkey"
      columns: ["shift_id"]
isOneToOne: false
      referencedRelation: "rider_shifts"
      referencedColumns: ["id"]
    }
                  ]
                },"campaign_enrolments": {
                  Row: {
                    "created_at": string,"enrolled_by": string | null,"merchant_share_bps": number,"promotion_id": string,"store_id": string
                  }
                  ComputedFields: never
                  Insert: {
                    "created_at"?: string,"enrolled_by"?: string | null,"merchant_share_bps": number,"promotion_id": string,"store_id": string
                  }
                  Update: {
                    "created_at"?: string,"enrolled_by"?: string | null,"merchant_share_bps"?: number,"promotion_id"?: string,"store_id"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "campaign_enrolments_promotion_id_fkey"
      columns: ["promotion_id"]
isOneToOne: false
      referencedRelation: "promotions"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "campaign_enrolments_store_id_fkey"
      columns: ["store_id"]
isOneToOne: false
      referencedRelation: "stores"
      referencedColumns: ["id"]
    }
                  ]
                },"canned_answers": {
                  Row: {
                    "body": string,"created_at": string,"id": string,"is_active": boolean,"name": string,"sort_order": number,"translations": NonNullable<Json>
                  }
                  ComputedFields: never
                  Insert: {
                    "body": string,"created_at"?: string,"id"?: string,"is_active"?: boolean,"name": string,"sort_order"?: number,"translations"?: NonNullable<Json>
                  }
                  Update: {
                    "body"?: string,"created_at"?: string,"id"?: string,"is_active"?: boolean,"name"?: string,"sort_order"?: number,"translations"?: NonNullable<Json>
                  }
                  Relationships: [
                    
                  ]
                },"categories": {
                  Row: {
                    "attributes_schema": NonNullable<Json>,"icon": string,"id": string,"is_active": boolean,"is_review_required": boolean,"name": string,"parent_id": string | null,"required_license_kinds": (string)[],"slug": string,"sort_order": number,"translations": NonNullable<Json>
                  }
                  ComputedFields: never
                  Insert: {
                    "attributes_schema"?: NonNullable<Json>,"icon"?: string,"id"?: string,"is_active"?: boolean,"is_review_required"?: boolean,"name": string,"parent_id"?: string | null,"required_license_kinds"?: (string)[],"slug": string,"sort_order"?: number,"translations"?: NonNullable<Json>
                  }
                  Update: {
                    "attributes_schema"?: NonNullable<Json>,"icon"?: string,"id"?: string,"is_active"?: boolean,"is_review_required"?: boolean,"name"?: string,"parent_id"?: string | null,"required_license_kinds"?: (string)[],"slug"?: string,"sort_order"?: number,"translations"?: NonNullable<Json>
                  }
                  Relationships: [
                    {
      foreignKeyName: "categories_parent_id_fkey"
      columns: ["parent_id"]
isOneToOne: false
      referencedRelation: "categories"
      referencedColumns: ["id"]
    }
                  ]
                },"cities": {
                  Row: {
                    "attribution": string,"created_at": string,"currency": string,"id": string,"is_active": boolean,"is_demo": boolean,"is_tax_collected": boolean,"lat": number,"lon": number,"name": string,"slug": string,"timezone": string,"translations": NonNullable<Json>
                  }
                  ComputedFields: never
                  Insert: {
                    "attribution"?: string,"created_at"?: string,"currency": string,"id"?: string,"is_active"?: boolean,"is_demo"?: boolean,"is_tax_collected"?: boolean,"lat": number,"lon": number,"name": string,"slug": string,"timezone": string,"translations"?: NonNullable<Json>
                  }
                  Update: {
                    "attribution"?: string,"created_at"?: string,"currency"?: string,"id"?: string,"is_active"?: boolean,"is_demo"?: boolean,"is_tax_collected"?: boolean,"lat"?: number,"lon"?: number,"name"?: string,"slug"?: string,"timezone"?: string,"translations"?: NonNullable<Json>
                  }
                  Relationships: [
                    
                  ]
                },"city_conditions": {
                  Row: {
                    "city_id": string,"condition": string,"ends_at": string,"source": string,"starts_at": string,"travel_factor": number
                  }
                  ComputedFields: never
                  Insert: {
                    "city_id": string,"condition": string,"ends_at": string,"source"?: string,"starts_at"?: string,"travel_factor"?: number
                  }
                  Update: {
                    "city_id"?: string,"condition"?: string,"ends_at"?: string,"source"?: string,"starts_at"?: string,"travel_factor"?: number
                  }
                  Relationships: [
                    {
      foreignKeyName: "city_conditions_city_id_fkey"
      columns: ["city_id"]
isOneToOne: false
      referencedRelation: "cities"
      referencedColumns: ["id"]
    }
                  ]
                },"commission_invoice_lines": {
                  Row: {
                    "amount_cents": number,"invoice_id": string,"kind": string,"order_count": number,"position": number
                  }
                  ComputedFields: never
                  Insert: {
                    "amount_cents": number,"invoice_id": string,"kind": string,"order_count": number,"position": number
                  }
                  Update: {
                    "amount_cents"?: number,"invoice_id"?: string,"kind"?: string,"order_count"?: number,"position"?: number
                  }
                  Relationships: [
                    {
      foreignKeyName: "commission_invoice_lines_invoice_id_fkey"
      columns: ["invoice_id"]
isOneToOne: false
      referencedRelation: "commission_invoices"
      referencedColumns: ["id"]
    }
                  ]
                },"commission_invoices": {
                  Row: {
                    "city_id": string,"corrects_id": string | null,"currency": string,"gross_cents": number,"id": string,"issue_count": number,"issued_at": string,"legal_name": string,"merchant_id": string,"net_cents": number,"number": string,"period_on": string,"reason": string,"statement_id": string,"tax_bps": number,"tax_cents": number
                  }
                  ComputedFields: never
                  Insert: {
                    "city_id": string,"corrects_id"?: string | null,"currency": string,"gross_cents": number,"id"?: string,"issue_count"?: number,"issued_at"?: string,"legal_name": string,"merchant_id": string,"net_cents": number,"number": string,"period_on": string,"reason"?: string,"statement_id": string,"tax_bps": number,"tax_cents": number
                  }
                  Update: {
                    "city_id"?: string,"corrects_id"?: string | null,"currency"?: string,"gross_cents"?: number,"id"?: string,"issue_count"?: number,"issued_at"?: string,"legal_name"?: string,"merchant_id"?: string,"net_cents"?: number,"number"?: string,"period_on"?: string,"reason"?: string,"statement_id"?: string,"tax_bps"?: number,"tax_cents"?: number
                  }
                  Relationships: [
                    {
      foreignKeyName: "commission_invoices_city_id_fkey"
      columns: ["city_id"]
isOneToOne: false
      referencedRelation: "cities"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "commission_invoices_corrects_id_fkey"
      columns: ["corrects_id"]
isOneToOne: true
      referencedRelation: "commission_invoices"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "commission_invoices_merchant_id_fkey"
      columns: ["merchant_id"]
isOneToOne: false
      referencedRelation: "merchants"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "commission_invoices_statement_id_fkey"
      columns: ["statement_id"]
isOneToOne: false
      referencedRelation: "settlement_statements"
      referencedColumns: ["id"]
    }
                  ]
                },"commission_lines": {
                  Row: {
                    "amount_cents": number,"base_cents": number,"contract_id": string | null,"fixed_cents": number,"id": string,"line_numbers": (number)[],"maximum_cents": number | null,"minimum_cents": number,"name": string,"order_id": string,"percent_bps": number,"rule_id": string | null
                  }
                  ComputedFields: never
                  Insert: {
                    "amount_cents": number,"base_cents": number,"contract_id"?: string | null,"fixed_cents": number,"id"?: string,"line_numbers": (number)[],"maximum_cents"?: number | null,"minimum_cents": number,"name"?: string,"order_id": string,"percent_bps": number,"rule_id"?: string | null
                  }
                  Update: {
                    "amount_cents"?: number,"base_cents"?: number,"contract_id"?: string | null,"fixed_cents"?: number,"id"?: string,"line_numbers"?: (number)[],"maximum_cents"?: number | null,"minimum_cents"?: number,"name"?: string,"order_id"?: string,"percent_bps"?: number,"rule_id"?: string | null
                  }
                  Relationships: [
                    {
      foreignKeyName: "commission_lines_contract_id_fkey"
      columns: ["contract_id"]
isOneToOne: false
      referencedRelation: "merchant_contracts"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "commission_lines_order_id_fkey"
      columns: ["order_id"]
isOneToOne: false
      referencedRelation: "orders"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "commission_lines_rule_id_fkey"
      columns: ["rule_id"]
isOneToOne: false
      referencedRelation: "commission_rules"
      referencedColumns: ["id"]
    }
                  ]
                },"commission_plan_versions": {
                  Row: {
                    "changed_by": string | null,"content": NonNullable<Json>,"created_at": string,"plan_id": string,"version": number
                  }
                  ComputedFields: never
                  Insert: {
                    "changed_by"?: string | null,"content": NonNullable<Json>,"created_at"?: string,"plan_id": string,"version": number
                  }
                  Update: {
                    "changed_by"?: string | null,"content"?: NonNullable<Json>,"created_at"?: string,"plan_id"?: string,"version"?: number
                  }
                  Relationships: [
                    {
      foreignKeyName: "commission_plan_versions_plan_id_fkey"
      columns: ["plan_id"]
isOneToOne: false
      referencedRelation: "commission_plans"
      referencedColumns: ["id"]
    }
                  ]
                },"commission_plans": {
                  Row: {
                    "created_at": string,"id": string,"is_active": boolean,"is_default": boolean,"name": string,"translations": NonNullable<Json>,"updated_at": string
                  }
                  ComputedFields: never
                  Insert: {
                    "created_at"?: string,"id"?: string,"is_active"?: boolean,"is_default"?: boolean,"name": string,"translations"?: NonNullable<Json>,"updated_at"?: string
                  }
                  Update: {
                    "created_at"?: string,"id"?: string,"is_active"?: boolean,"is_default"?: boolean,"name"?: string,"translations"?: NonNullable<Json>,"updated_at"?: string
                  }
                  Relationships: [
                    
                  ]
                },"commission_rules": {
                  Row: {
                    "category_id": string | null,"created_at": string,"fixed_cents": number,"fulfillment_type": Database["public"]['Enums']["fulfillment_type"] | null,"id": string,"is_active": boolean,"maximum_cents": number | null,"minimum_cents": number,"name": string,"percent_bps": number,"plan_id": string,"promotion_id": string | null,"sort_order": number,"updated_at": string
                  }
                  ComputedFields: never
                  Insert: {
                    "category_id"?: string | null,"created_at"?: string,"fixed_cents"?: number,"fulfillment_type"?: Database["public"]['Enums']["fulfillment_type"] | null,"id"?: string,"is_active"?: boolean,"maximum_cents"?: number | null,"minimum_cents"?: number,"name"?: string,"percent_bps"?: number,"plan_id": string,"promotion_id"?: string | null,"sort_order"?: number,"updated_at"?: string
                  }
                  Update: {
                    "category_id"?: string | null,"created_at"?: string,"fixed_cents"?: number,"fulfillment_type"?: Database["public"]['Enums']["fulfillment_type"] | null,"id"?: string,"is_active"?: boolean,"maximum_cents"?: number | null,"minimum_cents"?: number,"name"?: string,"percent_bps"?: number,"plan_id"?: string,"promotion_id"?: string | null,"sort_order"?: number,"updated_at"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "commission_rules_category_id_fkey"
      columns: ["category_id"]
isOneToOne: false
      referencedRelation: "categories"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "commission_rules_plan_id_fkey"
      columns: ["plan_id"]
isOneToOne: false
      referencedRelation: "commission_plans"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "commission_rules_promotion_id_fkey"
      columns: ["promotion_id"]
isOneToOne: false
      referencedRelation: "promotions"
      referencedColumns: ["id"]
    }
                  ]
                },"contact_reveals": {
                  Row: {
                    "actor_id": string | null,"created_at": string,"customer_id": string,"id": number,"reason": string
                  }
                  ComputedFields: never
                  Insert: {
                    "actor_id"?: string | null,"created_at"?: string,"customer_id": string,"id"?: never,"reason": string
                  }
                  Update: {
                    "actor_id"?: string | null,"created_at"?: string,"customer_id"?: string,"id"?: never,"reason"?: string
                  }
                  Relationships: [
                    
                  ]
                },"coupons": {
                  Row: {
                    "code": string | null,"customer_id": string | null,"expires_at": string,"id": string,"issued_at": string,"order_id": string | null,"promotion_id": string,"source": string,"status": Database["public"]['Enums']["coupon_status"],"used_at": string | null
                  }
                  ComputedFields: never
                  Insert: {
                    "code"?: string | null,"customer_id"?: string | null,"expires_at": string,"id"?: string,"issued_at"?: string,"order_id"?: string | null,"promotion_id": string,"source": string,"status"?: Database["public"]['Enums']["coupon_status"],"used_at"?: string | null
                  }
                  Update: {
                    "code"?: string | null,"customer_id"?: string | null,"expires_at"?: string,"id"?: string,"issued_at"?: string,"order_id"?: string | null,"promotion_id"?: string,"source"?: string,"status"?: Database["public"]['Enums']["coupon_status"],"used_at"?: string | null
                  }
                  Relationships: [
                    {
      foreignKeyName: "coupons_order_id_fkey"
      columns: ["order_id"]
isOneToOne: false
      referencedRelation: "orders"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "coupons_promotion_id_fkey"
      columns: ["promotion_id"]
isOneToOne: false
      referencedRelation: "promotions"
      referencedColumns: ["id"]
    }
                  ]
                },"custom_fields": {
                  Row: {
                    "created_at": string,"created_by": string | null,"help": NonNullable<Json>,"is_active": boolean,"is_internal": boolean,"is_required": boolean,"key": string,"labels": NonNullable<Json>,"resource": string,"schema": NonNullable<Json>,"sort_order": number
                  }
                  ComputedFields: never
                  Insert: {
                    "created_at"?: string,"created_by"?: string | null,"help"?: NonNullable<Json>,"is_active"?: boolean,"is_internal"?: boolean,"is_required"?: boolean,"key": string,"labels"?: NonNullable<Json>,"resource": string,"schema": NonNullable<Json>,"sort_order"?: number
                  }
                  Update: {
                    "created_at"?: string,"created_by"?: string | null,"help"?: NonNullable<Json>,"is_active"?: boolean,"is_internal"?: boolean,"is_required"?: boolean,"key"?: string,"labels"?: NonNullable<Json>,"resource"?: string,"schema"?: NonNullable<Json>,"sort_order"?: number
                  }
                  Relationships: [
                    
                  ]
                },"custom_resources": {
                  Row: {
                    "columns": NonNullable<Json>,"created_at": string,"created_by": string | null,"labels": NonNullable<Json>,"name": string,"template": Database["public"]['Enums']["resource_template"]
                  }
                  ComputedFields: never
                  Insert: {
                    "columns": NonNullable<Json>,"created_at"?: string,"created_by"?: string | null,"labels"?: NonNullable<Json>,"name": string,"template": Database["public"]['Enums']["resource_template"]
                  }
                  Update: {
                    "columns"?: NonNullable<Json>,"created_at"?: string,"created_by"?: string | null,"labels"?: NonNullable<Json>,"name"?: string,"template"?: Database["public"]['Enums']["resource_template"]
                  }
                  Relationships: [
                    
                  ]
                },"custom_values": {
                  Row: {
                    "key": string,"resource": string,"row_id": string,"updated_at": string,"updated_by": string | null,"value": NonNullable<Json>
                  }
                  ComputedFields: never
                  Insert: {
                    "key": string,"resource": string,"row_id": string,"updated_at"?: string,"updated_by"?: string | null,"value": NonNullable<Json>
                  }
                  Update: {
                    "key"?: string,"resource"?: string,"row_id"?: string,"updated_at"?: string,"updated_by"?: string | null,"value"?: NonNullable<Json>
                  }
                  Relationships: [
                    {
      foreignKeyName: "custom_values_resource_key_fkey"
      columns: ["resource","key"]
isOneToOne: false
      referencedRelation: "custom_fields"
      referencedColumns: ["resource","key"]
    }
                  ]
                },"customer_notes": {
                  Row: {
                    "author_id": string | null,"body": string,"created_at": string,"customer_id": string,"id": number
                  }
                  ComputedFields: never
                  Insert: {
                    "author_id"?: string | null,"body": string,"created_at"?: string,"customer_id": string,"id"?: never
                  }
                  Update: {
                    "author_id"?: string | null,"body"?: string,"created_at"?: string,"customer_id"?: string,"id"?: never
                  }
                  Relationships: [
                    
                  ]
                },"customer_tags": {
                  Row: {
                    "created_at": string,"created_by": string | null,"customer_id": string,"tag": string
                  }
                  ComputedFields: never
                  Insert: {
                    "created_at"?: string,"created_by"?: string | null,"customer_id": string,"tag": string
                  }
                  Update: {
                    "created_at"?: string,"created_by"?: string | null,"customer_id"?: string,"tag"?: string
                  }
                  Relationships: [
                    
                  ]
                },"daypart_windows": {
                  Row: {
                    "daypart_id": string,"ends_at": string,"id": string,"starts_at": string,"store_id": string,"weekday": number
                  }
                  ComputedFields: never
                  Insert: {
                    "daypart_id": string,"ends_at": string,"id"?: string,"starts_at": string,"store_id": string,"weekday": number
                  }
                  Update: {
                    "daypart_id"?: string,"ends_at"?: string,"id"?: string,"starts_at"?: string,"store_id"?: string,"weekday"?: number
                  }
                  Relationships: [
                    {
      foreignKeyName: "daypart_windows_daypart_id_fkey"
      columns: ["daypart_id"]
isOneToOne: false
      referencedRelation: "dayparts"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "daypart_windows_store_id_fkey"
      columns: ["store_id"]
isOneToOne: false
      referencedRelation: "stores"
      referencedColumns: ["id"]
    }
                  ]
                },"dayparts": {
                  Row: {
                    "id": string,"name": string,"sort_order": number,"store_id": string,"translations": NonNullable<Json>
                  }
                  ComputedFields: never
                  Insert: {
                    "id"?: string,"name": string,"sort_order"?: number,"store_id": string,"translations"?: NonNullable<Json>
                  }
                  Update: {
                    "id"?: string,"name"?: string,"sort_order"?: number,"store_id"?: string,"translations"?: NonNullable<Json>
                  }
                  Relationships: [
                    {
      foreignKeyName: "dayparts_store_id_fkey"
      columns: ["store_id"]
isOneToOne: false
      referencedRelation: "stores"
      referencedColumns: ["id"]
    }
                  ]
                },"deliveries": {
                  Row: {
                    "assigned_at": string | null,"city_id": string,"closed_at": string | null,"created_at": string,"delivered_at": string | null,"distance_meters": number,"dropoff_expected_at": string,"eta_p50_at": string | null,"eta_p90_at": string | null,"id": string,"is_return_due": boolean,"needs": (string)[],"order_id": string,"picked_up_at": string | null,"pinned_rider_id": string | null,"promised_p90_at": string | null,"ready_expected_at": string,"reason_code": string | null,"returned_at": string | null,"rider_id": string | null,"rider_pay_cents": number,"status": Database["public"]['Enums']["delivery_status"],"store_id": string,"updated_at": string,"waiting_since": string,"zone_id": string | null
                  }
                  ComputedFields: never
                  Insert: {
                    "assigned_at"?: string | null,"city_id": string,"closed_at"?: string | null,"created_at"?: string,"delivered_at"?: string | null,"distance_meters": number,"dropoff_expected_at": string,"eta_p50_at"?: string | null,"eta_p90_at"?: string | null,"id"?: string,"is_return_due"?: boolean,"needs"?: (string)[],"order_id": string,"picked_up_at"?: string | null,"pinned_rider_id"?: string | null,"promised_p90_at"?: string | null,"ready_expected_at": string,"reason_code"?: string | null,"returned_at"?: string | null,"rider_id"?: string | null,"rider_pay_cents"?: number,"status"?: Database["public"]['Enums']["delivery_status"],"store_id": string,"updated_at"?: string,"waiting_since"?: string,"zone_id"?: string | null
                  }
                  Update: {
                    "assigned_at"?: string | null,"city_id"?: string,"closed_at"?: string | null,"created_at"?: string,"delivered_at"?: string | null,"distance_meters"?: number,"dropoff_expected_at"?: string,"eta_p50_at"?: string | null,"eta_p90_at"?: string | null,"id"?: string,"is_return_due"?: boolean,"needs"?: (string)[],"order_id"?: string,"picked_up_at"?: string | null,"pinned_rider_id"?: string | null,"promised_p90_at"?: string | null,"ready_expected_at"?: string,"reason_code"?: string | null,"returned_at"?: string | null,"rider_id"?: string | null,"rider_pay_cents"?: number,"status"?: Database["public"]['Enums']["delivery_status"],"store_id"?: string,"updated_at"?: string,"waiting_since"?: string,"zone_id"?: string | null
                  }
                  Relationships: [
                    {
      foreignKeyName: "deliveries_city_id_fkey"
      columns: ["city_id"]
isOneToOne: false
      referencedRelation: "cities"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "deliveries_order_id_fkey"
      columns: ["order_id"]
isOneToOne: true
      referencedRelation: "orders"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "deliveries_pinned_rider_id_fkey"
      columns: ["pinned_rider_id"]
isOneToOne: false
      referencedRelation: "riders"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "deliveries_reason_code_fkey"
      columns: ["reason_code"]
isOneToOne: false
      referencedRelation: "reason_codes"
      referencedColumns: ["code"]
    },{
      foreignKeyName: "deliveries_rider_id_fkey"
      columns: ["rider_id"]
isOneToOne: false
      referencedRelation: "riders"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "deliveries_store_id_fkey"
      columns: ["store_id"]
isOneToOne: false
      referencedRelation: "stores"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "deliveries_zone_id_fkey"
      columns: ["zone_id"]
isOneToOne: false
      referencedRelation: "zones"
      referencedColumns: ["id"]
    }
                  ]
                },"delivery_events": {
                  Row: {
                    "actor": Database["public"]['Enums']["actor_role"],"actor_id": string | null,"client_at": string | null,"command": string,"created_at": string,"delivery_id": string,"detail": NonNullable<Json>,"from_status": Database["public"]['Enums']["delivery_status"],"id": number,"reason_code": string | null,"rider_id": string | null,"to_status": Database["public"]['Enums']["delivery_status"]
                  }
                  ComputedFields: never
                  Insert: {
                    "actor": Database["public"]['Enums']["actor_role"],"actor_id"?: string | null,"client_at"?: string | null,"command": string,"created_at"?: string,"delivery_id": string,"detail"?: NonNullable<Json>,"from_status": Database["public"]['Enums']["delivery_status"],"id"?: never,"reason_code"?: string | null,"rider_id"?: string | null,"to_status": Database["public"]['Enums']["delivery_status"]
                  }
                  Update: {
                    "actor"?: Database["public"]['Enums']["actor_role"],"actor_id"?: string | null,"client_at"?: string | null,"command"?: string,"created_at"?: string,"delivery_id"?: string,"detail"?: NonNullable<Json>,"from_status"?: Database["public"]['Enums']["delivery_status"],"id"?: never,"reason_code"?: string | null,"rider_id"?: string | null,"to_status"?: Database["public"]['Enums']["delivery_status"]
                  }
                  Relationships: [
                    {
      foreignKeyName: "delivery_events_delivery_id_fkey"
      columns: ["delivery_id"]
isOneToOne: false
      referencedRelation: "deliveries"
      referencedColumns: ["id"]
    }
                  ]
                },"delivery_incidents": {
                  Row: {
                    "client_at": string | null,"created_at": string,"delivery_id": string,"id": string,"lat": number | null,"lon": number | null,"note": string,"photo_path": string | null,"reason_code": string,"resolution": string | null,"resolution_note": string,"resolved_at": string | null,"resolved_by": string | null,"rider_id": string | null,"status": Database["public"]['Enums']["delivery_incident_status"]
                  }
                  ComputedFields: never
                  Insert: {
                    "client_at"?: string | null,"created_at"?: string,"delivery_id": string,"id"?: string,"lat"?: number | null,"lon"?: number | null,"note"?: string,"photo_path"?: string | null,"reason_code": string,"resolution"?: string | null,"resolution_note"?: string,"resolved_at"?: string | null,"resolved_by"?: string | null,"rider_id"?: string | null,"status"?: Database["public"]['Enums']["delivery_incident_status"]
                  }
                  Update: {
                    "client_at"?: string | null,"created_at"?: string,"delivery_id"?: string,"id"?: string,"lat"?: number | null,"lon"?: number | null,"note"?: string,"photo_path"?: string | null,"reason_code"?: string,"resolution"?: string | null,"resolution_note"?: string,"resolved_at"?: string | null,"resolved_by"?: string | null,"rider_id"?: string | null,"status"?: Database["public"]['Enums']["delivery_incident_status"]
                  }
                  Relationships: [
                    {
      foreignKeyName: "delivery_incidents_delivery_id_fkey"
      columns: ["delivery_id"]
isOneToOne: false
      referencedRelation: "deliveries"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "delivery_incidents_reason_code_fkey"
      columns: ["reason_code"]
isOneToOne: false
      referencedRelation: "reason_codes"
      referencedColumns: ["code"]
    },{
      foreignKeyName: "delivery_incidents_rider_id_fkey"
      columns: ["rider_id"]
isOneToOne: false
      referencedRelation: "riders"
      referencedColumns: ["id"]
    }
                  ]
                },"delivery_pay_lines": {
                  Row: {
                    "amount_cents": number,"delivery_id": string,"kind": string,"label": string,"line_number": number,"rule_id": string | null,"translations": NonNullable<Json>
                  }
                  ComputedFields: never
                  Insert: {
                    "amount_cents": number,"delivery_id": string,"kind": string,"label": string,"line_number": number,"rule_id"?: string | null,"translations"?: NonNullable<Json>
                  }
                  Update: {
                    "amount_cents"?: number,"delivery_id"?: string,"kind"?: string,"label"?: string,"line_number"?: number,"rule_id"?: string | null,"translations"?: NonNullable<Json>
                  }
                  Relationships: [
                    {
      foreignKeyName: "delivery_pay_lines_delivery_id_fkey"
      columns: ["delivery_id"]
isOneToOne: false
      referencedRelation: "deliveries"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "delivery_pay_lines_rule_id_fkey"
      columns: ["rule_id"]
isOneToOne: false
      referencedRelation: "rider_pay_rules"
      referencedColumns: ["id"]
    }
                  ]
                },"delivery_proofs": {
                  Row: {
                    "created_at": string,"created_by": string | null,"delivery_id": string,"kind": string,"lat": number | null,"lon": number | null,"photo_path": string | null
                  }
                  ComputedFields: never
                  Insert: {
                    "created_at"?: string,"created_by"?: string | null,"delivery_id": string,"kind": string,"lat"?: number | null,"lon"?: number | null,"photo_path"?: string | null
                  }
                  Update: {
                    "created_at"?: string,"created_by"?: string | null,"delivery_id"?: string,"kind"?: string,"lat"?: number | null,"lon"?: number | null,"photo_path"?: string | null
                  }
                  Relationships: [
                    {
      foreignKeyName: "delivery_proofs_delivery_id_fkey"
      columns: ["delivery_id"]
isOneToOne: true
      referencedRelation: "deliveries"
      referencedColumns: ["id"]
    }
                  ]
                },"delivery_transitions": {
                  Row: {
                    "actor": Database["public"]['Enums']["actor_role"],"command": string,"from_status": Database["public"]['Enums']["delivery_status"],"to_status": Database["public"]['Enums']["delivery_status"]
                  }
                  ComputedFields: never
                  Insert: {
                    "actor": Database["public"]['Enums']["actor_role"],"command": string,"from_status": Database["public"]['Enums']["delivery_status"],"to_status": Database["public"]['Enums']["delivery_status"]
                  }
                  Update: {
                    "actor"?: Database["public"]['Enums']["actor_role"],"command"?: string,"from_status"?: Database["public"]['Enums']["delivery_status"],"to_status"?: Database["public"]['Enums']["delivery_status"]
                  }
                  Relationships: [
                    
                  ]
                },"dispatch_batches": {
                  Row: {
                    "created_at": string,"id": string,"rider_id": string,"tick_id": string | null,"zone_id": string
                  }
                  ComputedFields: never
                  Insert: {
                    "created_at"?: string,"id"?: string,"rider_id": string,"tick_id"?: string | null,"zone_id": string
                  }
                  Update: {
                    "created_at"?: string,"id"?: string,"rider_id"?: string,"tick_id"?: string | null,"zone_id"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "dispatch_batches_rider_id_fkey"
      columns: ["rider_id"]
isOneToOne: false
      referencedRelation: "riders"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "dispatch_batches_tick_id_fkey"
      columns: ["tick_id"]
isOneToOne: false
      referencedRelation: "dispatch_ticks"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "dispatch_batches_zone_id_fkey"
      columns: ["zone_id"]
isOneToOne: false
      referencedRelation: "zones"
      referencedColumns: ["id"]
    }
                  ]
                },"dispatch_offers": {
                  Row: {
                    "answered_at": string | null,"batch_id": string | null,"created_at": string,"delivery_id": string,"expires_at": string,"explanation": NonNullable<Json>,"id": string,"reason_code": string | null,"rider_id": string,"status": Database["public"]['Enums']["dispatch_offer_status"],"tick_id": string | null,"to_store_seconds": number | null
                  }
                  ComputedFields: never
                  Insert: {
                    "answered_at"?: string | null,"batch_id"?: string | null,"created_at"?: string,"delivery_id": string,"expires_at": string,"explanation"?: NonNullable<Json>,"id"?: string,"reason_code"?: string | null,"rider_id": string,"status"?: Database["public"]['Enums']["dispatch_offer_status"],"tick_id"?: string | null,"to_store_seconds"?: number | null
                  }
                  Update: {
                    "answered_at"?: string | null,"batch_id"?: string | null,"created_at"?: string,"delivery_id"?: string,"expires_at"?: string,"explanation"?: NonNullable<Json>,"id"?: string,"reason_code"?: string | null,"rider_id"?: string,"status"?: Database["public"]['Enums']["dispatch_offer_status"],"tick_id"?: string | null,"to_store_seconds"?: number | null
                  }
                  Relationships: [
                    {
      foreignKeyName: "dispatch_offers_batch_id_fkey"
      columns: ["batch_id"]
isOneToOne: false
      referencedRelation: "dispatch_batches"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "dispatch_offers_delivery_id_fkey"
      columns: ["delivery_id"]
isOneToOne: false
      referencedRelation: "deliveries"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "dispatch_offers_reason_code_fkey"
      columns: ["reason_code"]
isOneToOne: false
      referencedRelation: "reason_codes"
      referencedColumns: ["code"]
    },{
      foreignKeyName: "dispatch_offers_rider_id_fkey"
      columns: ["rider_id"]
isOneToOne: false
      referencedRelation: "riders"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "dispatch_offers_tick_id_fkey"
      columns: ["tick_id"]
isOneToOne: false
      referencedRelation: "dispatch_ticks"
      referencedColumns: ["id"]
    }
                  ]
                },"dispatch_parameter_changes": {
                  Row: {
                    "after": NonNullable<Json>,"before": NonNullable<Json>,"changed_by": string | null,"created_at": string,"id": number,"zone_id": string
                  }
                  ComputedFields: never
                  Insert: {
                    "after": NonNullable<Json>,"before": NonNullable<Json>,"changed_by"?: string | null,"created_at"?: string,"id"?: never,"zone_id": string
                  }
                  Update: {
                    "after"?: NonNullable<Json>,"before"?: NonNullable<Json>,"changed_by"?: string | null,"created_at"?: string,"id"?: never,"zone_id"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "dispatch_parameter_changes_zone_id_fkey"
      columns: ["zone_id"]
isOneToOne: false
      referencedRelation: "zones"
      referencedColumns: ["id"]
    }
                  ]
                },"dispatch_parameters": {
                  Row: {
                    "commit_lead_seconds": number,"dark_after_seconds": number,"decline_peace_seconds": number,"dropoff_service_seconds": number,"grab_after_seconds": number,"pickup_service_seconds": number,"position_max_age_seconds": number,"proof_rule": string,"search_steps": number,"updated_at": string,"weights": NonNullable<Json>,"zone_id": string
                  }
                  ComputedFields: never
                  Insert: {
                    "commit_lead_seconds"?: number,"dark_after_seconds"?: number,"decline_peace_seconds"?: number,"dropoff_service_seconds"?: number,"grab_after_seconds"?: number,"pickup_service_seconds"?: number,"position_max_age_seconds"?: number,"proof_rule"?: string,"search_steps"?: number,"updated_at"?: string,"weights"?: NonNullable<Json>,"zone_id": string
                  }
                  Update: {
                    "commit_lead_seconds"?: number,"dark_after_seconds"?: number,"decline_peace_seconds"?: number,"dropoff_service_seconds"?: number,"grab_after_seconds"?: number,"pickup_service_seconds"?: number,"position_max_age_seconds"?: number,"proof_rule"?: string,"search_steps"?: number,"updated_at"?: string,"weights"?: NonNullable<Json>,"zone_id"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "dispatch_parameters_zone_id_fkey"
      columns: ["zone_id"]
isOneToOne: true
      referencedRelation: "zones"
      referencedColumns: ["id"]
    }
                  ]
                },"dispatch_ticks": {
                  Row: {
                    "created_at": string,"finished_at": string | null,"id": string,"plan": Json | null,"result": Json | null,"snapshot": NonNullable<Json>,"zone_id": string
                  }
                  ComputedFields: never
                  Insert: {
                    "created_at"?: string,"finished_at"?: string | null,"id"?: string,"plan"?: Json | null,"result"?: Json | null,"snapshot": NonNullable<Json>,"zone_id": string
                  }
                  Update: {
                    "created_at"?: string,"finished_at"?: string | null,"id"?: string,"plan"?: Json | null,"result"?: Json | null,"snapshot"?: NonNullable<Json>,"zone_id"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "dispatch_ticks_zone_id_fkey"
      columns: ["zone_id"]
isOneToOne: false
      referencedRelation: "zones"
      referencedColumns: ["id"]
    }
                  ]
                },"incident_modes": {
                  Row: {
                    "created_at": string,"created_by": string | null,"ended_at": string | null,"ends_at": string,"extra_in_hand": number,"extra_promise_minutes": number,"id": string,"kind": string,"note": string,"radius_factor": number,"starts_at": string,"travel_factor": number,"zone_id": string
                  }
                  ComputedFields: never
                  Insert: {
                    "created_at"?: string,"created_by"?: string | null,"ended_at"?: string | null,"ends_at": string,"extra_in_hand"?: number,"extra_promise_minutes"?: number,"id"?: string,"kind": string,"note"?: string,"radius_factor"?: number,"starts_at"?: string,"travel_factor"?: number,"zone_id": string
                  }
                  Update: {
                    "created_at"?: string,"created_by"?: string | null,"ended_at"?: string | null,"ends_at"?: string,"extra_in_hand"?: number,"extra_promise_minutes"?: number,"id"?: string,"kind"?: string,"note"?: string,"radius_factor"?: number,"starts_at"?: string,"travel_factor"?: number,"zone_id"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "incident_modes_zone_id_fkey"
      columns: ["zone_id"]
isOneToOne: false
      referencedRelation: "zones"
      referencedColumns: ["id"]
    }
                  ]
                },"invoice_events": {
                  Row: {
                    "actor": Database["public"]['Enums']["actor_role"],"actor_id": string | null,"command": string,"created_at": string,"detail": NonNullable<Json>,"from_status": Database["public"]['Enums']["invoice_status"],"id": number,"invoice_id": string,"to_status": Database["public"]['Enums']["invoice_status"]
                  }
                  ComputedFields: never
                  Insert: {
                    "actor": Database["public"]['Enums']["actor_role"],"actor_id"?: string | null,"command": string,"created_at"?: string,"detail"?: NonNullable<Json>,"from_status": Database["public"]['Enums']["invoice_status"],"id"?: never,"invoice_id": string,"to_status": Database["public"]['Enums']["invoice_status"]
                  }
                  Update: {
                    "actor"?: Database["public"]['Enums']["actor_role"],"actor_id"?: string | null,"command"?: string,"created_at"?: string,"detail"?: NonNullable<Json>,"from_status"?: Database["public"]['Enums']["invoice_status"],"id"?: never,"invoice_id"?: string,"to_status"?: Database["public"]['Enums']["invoice_status"]
                  }
                  Relationships: [
                    {
      foreignKeyName: "invoice_events_invoice_id_fkey"
      columns: ["invoice_id"]
isOneToOne: false
      referencedRelation: "order_invoices"
      referencedColumns: ["id"]
    }
                  ]
                },"invoice_transitions": {
                  Row: {
                    "actor": Database["public"]['Enums']["actor_role"],"command": string,"from_status": Database["public"]['Enums']["invoice_status"],"to_status": Database["public"]['Enums']["invoice_status"]
                  }
                  ComputedFields: never
                  Insert: {
                    "actor": Database["public"]['Enums']["actor_role"],"command": string,"from_status": Database["public"]['Enums']["invoice_status"],"to_status": Database["public"]['Enums']["invoice_status"]
                  }
                  Update: {
                    "actor"?: Database["public"]['Enums']["actor_role"],"command"?: string,"from_status"?: Database["public"]['Enums']["invoice_status"],"to_status"?: Database["public"]['Enums']["invoice_status"]
                  }
                  Relationships: [
                    
                  ]
                },"ledger_accounts": {
                  Row: {
                    "created_at": string,"currency": string,"id": string,"kind": Database["public"]['Enums']["ledger_account_kind"],"owner_id": string | null
                  }
                  ComputedFields: never
                  Insert: {
                    "created_at"?: string,"currency": string,"id"?: string,"kind": Database["public"]['Enums']["ledger_account_kind"],"owner_id"?: string | null
                  }
                  Update: {
                    "created_at"?: string,"currency"?: string,"id"?: string,"kind"?: Database["public"]['Enums']["ledger_account_kind"],"owner_id"?: string | null
                  }
                  Relationships: [
                    
                  ]
                },"ledger_entries": {
                  Row: {
                    "account_id": string,"amount_cents": number,"id": number,"purpose": string,"transaction_id": string
                  }
                  ComputedFields: never
                  Insert: {
                    "account_id": string,"amount_cents": number,"id"?: never,"purpose": string,"transaction_id": string
                  }
                  Update: {
                    "account_id"?: string,"amount_cents"?: number,"id"?: never,"purpose"?: string,"transaction_id"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "ledger_entries_account_id_fkey"
      columns: ["account_id"]
isOneToOne: false
      referencedRelation: "ledger_accounts"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "ledger_entries_transaction_id_fkey"
      columns: ["transaction_id"]
isOneToOne: false
      referencedRelation: "ledger_transactions"
      referencedColumns: ["id"]
    }
                  ]
                },"ledger_transactions": {
                  Row: {
                    "created_at": string,"event_at": string,"event_key": string,"id": string,"kind": string,"order_id": string | null
                  }
                  ComputedFields: never
                  Insert: {
                    "created_at"?: string,"event_at": string,"event_key": string,"id"?: string,"kind": string,"order_id"?: string | null
                  }
                  Update: {
                    "created_at"?: string,"event_at"?: string,"event_key"?: string,"id"?: string,"kind"?: string,"order_id"?: string | null
                  }
                  Relationships: [
                    {
      foreignKeyName: "ledger_transactions_order_id_fkey"
      columns: ["order_id"]
isOneToOne: false
      referencedRelation: "orders"
      referencedColumns: ["id"]
    }
                  ]
                },"license_documents": {
                  Row: {
                    "created_at": string,"expires_on": string | null,"file_path": string,"flagged_at": string | null,"id": string,"kind": string,"merchant_id": string,"number": string,"reason": string,"reviewed_at": string | null,"reviewed_by": string | null,"status": Database["public"]['Enums']["license_status"],"store_id": string | null,"submitted_by": string | null
                  }
                  ComputedFields: never
                  Insert: {
                    "created_at"?: string,"expires_on"?: string | null,"file_path": string,"flagged_at"?: string | null,"id"?: string,"kind": string,"merchant_id": string,"number": string,"reason"?: string,"reviewed_at"?: string | null,"reviewed_by"?: string | null,"status"?: Database["public"]['Enums']["license_status"],"store_id"?: string | null,"submitted_by"?: string | null
                  }
                  Update: {
                    "created_at"?: string,"expires_on"?: string | null,"file_path"?: string,"flagged_at"?: string | null,"id"?: string,"kind"?: string,"merchant_id"?: string,"number"?: string,"reason"?: string,"reviewed_at"?: string | null,"reviewed_by"?: string | null,"status"?: Database["public"]['Enums']["license_status"],"store_id"?: string | null,"submitted_by"?: string | null
                  }
                  Relationships: [
                    {
      foreignKeyName: "license_documents_merchant_id_fkey"
      columns: ["merchant_id"]
isOneToOne: false
      referencedRelation: "merchants"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "license_documents_store_id_fkey"
      columns: ["store_id"]
isOneToOne: false
      referencedRelation: "stores"
      referencedColumns: ["id"]
    }
                  ]
                },"member_tiers": {
                  Row: {
                    "benefits": NonNullable<Json>,"created_at": string,"earn_bps": number,"id": string,"level": number,"min_order_count": number,"min_spend_cents": number,"name": string,"slug": string,"translations": NonNullable<Json>
                  }
                  ComputedFields: never
                  Insert: {
                    "benefits"?: NonNullable<Json>,"created_at"?: string,"earn_bps"?: number,"id"?: string,"level": number,"min_order_count"?: number,"min_spend_cents"?: number,"name": string,"slug": string,"translations"?: NonNullable<Json>
                  }
                  Update: {
                    "benefits"?: NonNullable<Json>,"created_at"?: string,"earn_bps"?: number,"id"?: string,"level"?: number,"min_order_count"?: number,"min_spend_cents"?: number,"name"?: string,"slug"?: string,"translations"?: NonNullable<Json>
                  }
                  Relationships: [
                    
                  ]
                },"members": {
                  Row: {
                    "customer_id": string,"evaluated_at": string,"joined_at": string,"order_count": number,"spend_cents": number,"tier_id": string | null
                  }
                  ComputedFields: never
                  Insert: {
                    "customer_id": string,"evaluated_at"?: string,"joined_at"?: string,"order_count"?: number,"spend_cents"?: number,"tier_id"?: string | null
                  }
                  Update: {
                    "customer_id"?: string,"evaluated_at"?: string,"joined_at"?: string,"order_count"?: number,"spend_cents"?: number,"tier_id"?: string | null
                  }
                  Relationships: [
                    {
      foreignKeyName: "members_tier_id_fkey"
      columns: ["tier_id"]
isOneToOne: false
      referencedRelation: "member_tiers"
      referencedColumns: ["id"]
    }
                  ]
                },"menu_sections": {
                  Row: {
                    "daypart_id": string | null,"id": string,"name": string,"sort_order": number,"store_id": string,"translations": NonNullable<Json>
                  }
                  ComputedFields: never
                  Insert: {
                    "daypart_id"?: string | null,"id"?: string,"name": string,"sort_order"?: number,"store_id": string,"translations"?: NonNullable<Json>
                  }
                  Update: {
                    "daypart_id"?: string | null,"id"?: string,"name"?: string,"sort_order"?: number,"store_id"?: string,"translations"?: NonNullable<Json>
                  }
                  Relationships: [
                    {
      foreignKeyName: "menu_sections_daypart_id_fkey"
      columns: ["daypart_id"]
isOneToOne: false
      referencedRelation: "dayparts"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "menu_sections_store_id_fkey"
      columns: ["store_id"]
isOneToOne: false
      referencedRelation: "stores"
      referencedColumns: ["id"]
    }
                  ]
                },"merchant_contracts": {
                  Row: {
                    "created_at": string,"ends_on": string | null,"id": string,"merchant_id": string,"note": string,"number": string,"plan_id": string,"starts_on": string,"updated_at": string
                  }
                  ComputedFields: never
                  Insert: {
                    "created_at"?: string,"ends_on"?: string | null,"id"?: string,"merchant_id": string,"note"?: string,"number"?: string,"plan_id": string,"starts_on"?: string,"updated_at"?: string
                  }
                  Update: {
                    "created_at"?: string,"ends_on"?: string | null,"id"?: string,"merchant_id"?: string,"note"?: string,"number"?: string,"plan_id"?: string,"starts_on"?: string,"updated_at"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "merchant_contracts_merchant_id_fkey"
      columns: ["merchant_id"]
isOneToOne: false
      referencedRelation: "merchants"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "merchant_contracts_plan_id_fkey"
      columns: ["plan_id"]
isOneToOne: false
      referencedRelation: "commission_plans"
      referencedColumns: ["id"]
    }
                  ]
                },"merchant_members": {
                  Row: {
                    "created_at": string,"merchant_id": string,"role": Database["public"]['Enums']["merchant_role"],"store_id": string | null,"user_id": string
                  }
                  ComputedFields: never
                  Insert: {
                    "created_at"?: string,"merchant_id": string,"role": Database["public"]['Enums']["merchant_role"],"store_id"?: string | null,"user_id": string
                  }
                  Update: {
                    "created_at"?: string,"merchant_id"?: string,"role"?: Database["public"]['Enums']["merchant_role"],"store_id"?: string | null,"user_id"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "merchant_members_merchant_id_fkey"
      columns: ["merchant_id"]
isOneToOne: false
      referencedRelation: "merchants"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "merchant_members_store_id_fkey"
      columns: ["store_id"]
isOneToOne: false
      referencedRelation: "stores"
      referencedColumns: ["id"]
    }
                  ]
                },"merchant_penalties": {
                  Row: {
                    "amount_cents": number | null,"answer": string,"appeal": string,"appeal_due_at": string,"appealed_at": string | null,"appealed_by": string | null,"city_id": string,"created_at": string,"currency": string,"decided_at": string | null,"decided_by": string | null,"id": string,"issued_by": string | null,"kind": Database["public"]['Enums']["penalty_kind"],"merchant_id": string,"note": string,"order_id": string | null,"reason_code": string,"status": Database["public"]['Enums']["penalty_status"],"store_id": string | null,"updated_at": string
                  }
                  ComputedFields: never
                  Insert: {
                    "amount_cents"?: number | null,"answer"?: string,"appeal"?: string,"appeal_due_at": string,"appealed_at"?: string | null,"appealed_by"?: string | null,"city_id": string,"created_at"?: string,"currency": string,"decided_at"?: string | null,"decided_by"?: string | null,"id"?: string,"issued_by"?: string | null,"kind": Database["public"]['Enums']["penalty_kind"],"merchant_id": string,"note": string,"order_id"?: string | null,"reason_code": string,"status"?: Database["public"]['Enums']["penalty_status"],"store_id"?: string | null,"updated_at"?: string
                  }
                  Update: {
                    "amount_cents"?: number | null,"answer"?: string,"appeal"?: string,"appeal_due_at"?: string,"appealed_at"?: string | null,"appealed_by"?: string | null,"city_id"?: string,"created_at"?: string,"currency"?: string,"decided_at"?: string | null,"decided_by"?: string | null,"id"?: string,"issued_by"?: string | null,"kind"?: Database["public"]['Enums']["penalty_kind"],"merchant_id"?: string,"note"?: string,"order_id"?: string | null,"reason_code"?: string,"status"?: Database["public"]['Enums']["penalty_status"],"store_id"?: string | null,"updated_at"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "merchant_penalties_city_id_fkey"
      columns: ["city_id"]
isOneToOne: false
      referencedRelation: "cities"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "merchant_penalties_merchant_id_fkey"
      columns: ["merchant_id"]
isOneToOne: false
      referencedRelation: "merchants"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "merchant_penalties_order_id_fkey"
      columns: ["order_id"]
isOneToOne: false
      referencedRelation: "orders"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "merchant_penalties_reason_code_fkey"
      columns: ["reason_code"]
isOneToOne: false
      referencedRelation: "reason_codes"
      referencedColumns: ["code"]
    },{
      foreignKeyName: "merchant_penalties_store_id_fkey"
      columns: ["store_id"]
isOneToOne: false
      referencedRelation: "stores"
      referencedColumns: ["id"]
    }
                  ]
                },"merchants": {
                  Row: {
                    "created_at": string,"id": string,"legal_name": string,"name": string,"status": Database["public"]['Enums']["merchant_status"],"updated_at": string
                  }
                  ComputedFields: never
                  Insert: {
                    "created_at"?: string,"id"?: string,"legal_name"?: string,"name": string,"status"?: Database["public"]['Enums']["merchant_status"],"updated_at"?: string
                  }
                  Update: {
                    "created_at"?: string,"id"?: string,"legal_name"?: string,"name"?: string,"status"?: Database["public"]['Enums']["merchant_status"],"updated_at"?: string
                  }
                  Relationships: [
                    
                  ]
                },"modifier_groups": {
                  Row: {
                    "free_count": number,"id": string,"is_required": boolean,"max_count": number,"min_count": number,"name": string,"product_id": string,"sort_order": number,"store_id": string,"translations": NonNullable<Json>
                  }
                  ComputedFields: never
                  Insert: {
                    "free_count"?: number,"id"?: string,"is_required"?: boolean,"max_count"?: number,"min_count"?: number,"name": string,"product_id": string,"sort_order"?: number,"store_id": string,"translations"?: NonNullable<Json>
                  }
                  Update: {
                    "free_count"?: number,"id"?: string,"is_required"?: boolean,"max_count"?: number,"min_count"?: number,"name"?: string,"product_id"?: string,"sort_order"?: number,"store_id"?: string,"translations"?: NonNullable<Json>
                  }
                  Relationships: [
                    {
      foreignKeyName: "modifier_groups_product_id_fkey"
      columns: ["product_id"]
isOneToOne: false
      referencedRelation: "products"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "modifier_groups_store_id_fkey"
      columns: ["store_id"]
isOneToOne: false
      referencedRelation: "stores"
      referencedColumns: ["id"]
    }
                  ]
                },"modifiers": {
                  Row: {
                    "group_id": string,"id": string,"is_available": boolean,"max_quantity": number,"name": string,"price_cents": number,"sold_out_until": string | null,"sort_order": number,"store_id": string,"translations": NonNullable<Json>
                  }
                  ComputedFields: never
                  Insert: {
                    "group_id": string,"id"?: string,"is_available"?: boolean,"max_quantity"?: number,"name": string,"price_cents"?: number,"sold_out_until"?: string | null,"sort_order"?: number,"store_id": string,"translations"?: NonNullable<Json>
                  }
                  Update: {
                    "group_id"?: string,"id"?: string,"is_available"?: boolean,"max_quantity"?: number,"name"?: string,"price_cents"?: number,"sold_out_until"?: string | null,"sort_order"?: number,"store_id"?: string,"translations"?: NonNullable<Json>
                  }
                  Relationships: [
                    {
      foreignKeyName: "modifiers_group_id_fkey"
      columns: ["group_id"]
isOneToOne: false
      referencedRelation: "modifier_groups"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "modifiers_store_id_fkey"
      columns: ["store_id"]
isOneToOne: false
      referencedRelation: "stores"
      referencedColumns: ["id"]
    }
                  ]
                },"notification_rules": {
                  Row: {
                    "audience": string,"body": string,"channel": string,"event": string,"id": string,"is_active": boolean,"template": string,"title": string,"translations": NonNullable<Json>
                  }
                  ComputedFields: never
                  Insert: {
                    "audience": string,"body": string,"channel": string,"event": string,"id"?: string,"is_active"?: boolean,"template": string,"title": string,"translations"?: NonNullable<Json>
                  }
                  Update: {
                    "audience"?: string,"body"?: string,"channel"?: string,"event"?: string,"id"?: string,"is_active"?: boolean,"template"?: string,"title"?: string,"translations"?: NonNullable<Json>
                  }
                  Relationships: [
                    
                  ]
                },"notifications": {
                  Row: {
                    "body": string,"created_at": string,"event": string,"id": string,"order_id": string | null,"read_at": string | null,"title": string,"user_id": string
                  }
                  ComputedFields: never
                  Insert: {
                    "body": string,"created_at"?: string,"event": string,"id"?: string,"order_id"?: string | null,"read_at"?: string | null,"title": string,"user_id": string
                  }
                  Update: {
                    "body"?: string,"created_at"?: string,"event"?: string,"id"?: string,"order_id"?: string | null,"read_at"?: string | null,"title"?: string,"user_id"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "notifications_order_id_fkey"
      columns: ["order_id"]
isOneToOne: false
      referencedRelation: "orders"
      referencedColumns: ["id"]
    }
                  ]
                },"onboarding_applications": {
                  Row: {
                    "applicant_id": string,"category_id": string,"city_id": string,"contact_phone": string,"created_at": string,"id": string,"lat": number,"legal_name": string,"licenses": NonNullable<Json>,"lon": number,"merchant_id": string | null,"merchant_name": string,"reason": string,"status": Database["public"]['Enums']["application_status"],"store_id": string | null,"store_name": string,"street": string,"updated_at": string
                  }
                  ComputedFields: never
                  Insert: {
                    "applicant_id": string,"category_id": string,"city_id": string,"contact_phone": string,"created_at"?: string,"id"?: string,"lat": number,"legal_name": string,"licenses"?: NonNullable<Json>,"lon": number,"merchant_id"?: string | null,"merchant_name": string,"reason"?: string,"status"?: Database["public"]['Enums']["application_status"],"store_id"?: string | null,"store_name": string,"street": string,"updated_at"?: string
                  }
                  Update: {
                    "applicant_id"?: string,"category_id"?: string,"city_id"?: string,"contact_phone"?: string,"created_at"?: string,"id"?: string,"lat"?: number,"legal_name"?: string,"licenses"?: NonNullable<Json>,"lon"?: number,"merchant_id"?: string | null,"merchant_name"?: string,"reason"?: string,"status"?: Database["public"]['Enums']["application_status"],"store_id"?: string | null,"store_name"?: string,"street"?: string,"updated_at"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "onboarding_applications_category_id_fkey"
      columns: ["category_id"]
isOneToOne: false
      referencedRelation: "categories"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "onboarding_applications_city_id_fkey"
      columns: ["city_id"]
isOneToOne: false
      referencedRelation: "cities"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "onboarding_applications_merchant_id_fkey"
      columns: ["merchant_id"]
isOneToOne: false
      referencedRelation: "merchants"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "onboarding_applications_store_id_fkey"
      columns: ["store_id"]
isOneToOne: false
      referencedRelation: "stores"
      referencedColumns: ["id"]
    }
                  ]
                },"onboarding_events": {
                  Row: {
                    "actor": Database["public"]['Enums']["actor_role"],"actor_id": string | null,"application_id": string,"command": string,"created_at": string,"from_status": Database["public"]['Enums']["application_status"],"id": number,"reason": string,"to_status": Database["public"]['Enums']["application_status"]
                  }
                  ComputedFields: never
                  Insert: {
                    "actor": Database["public"]['Enums']["actor_role"],"actor_id"?: string | null,"application_id": string,"command": string,"created_at"?: string,"from_status": Database["public"]['Enums']["application_status"],"id"?: never,"reason"?: string,"to_status": Database["public"]['Enums']["application_status"]
                  }
                  Update: {
                    "actor"?: Database["public"]['Enums']["actor_role"],"actor_id"?: string | null,"application_id"?: string,"command"?: string,"created_at"?: string,"from_status"?: Database["public"]['Enums']["application_status"],"id"?: never,"reason"?: string,"to_status"?: Database["public"]['Enums']["application_status"]
                  }
                  Relationships: [
                    {
      foreignKeyName: "onboarding_events_application_id_fkey"
      columns: ["application_id"]
isOneToOne: false
      referencedRelation: "onboarding_applications"
      referencedColumns: ["id"]
    }
                  ]
                },"onboarding_transitions": {
                  Row: {
                    "actor": Database["public"]['Enums']["actor_role"],"command": string,"from_status": Database["public"]['Enums']["application_status"],"to_status": Database["public"]['Enums']["application_status"]
                  }
                  ComputedFields: never
                  Insert: {
                    "actor": Database["public"]['Enums']["actor_role"],"command": string,"from_status": Database["public"]['Enums']["application_status"],"to_status": Database["public"]['Enums']["application_status"]
                  }
                  Update: {
                    "actor"?: Database["public"]['Enums']["actor_role"],"command"?: string,"from_status"?: Database["public"]['Enums']["application_status"],"to_status"?: Database["public"]['Enums']["application_status"]
                  }
                  Relationships: [
                    
                  ]
                },"ops_members": {
                  Row: {
                    "created_at": string,"role": Database["public"]['Enums']["ops_role"],"user_id": string
                  }
                  ComputedFields: never
                  Insert: {
                    "created_at"?: string,"role": Database["public"]['Enums']["ops_role"],"user_id": string
                  }
                  Update: {
                    "created_at"?: string,"role"?: Database["public"]['Enums']["ops_role"],"user_id"?: string
                  }
                  Relationships: [
                    
                  ]
                },"order_adjustments": {
                  Row: {
                    "amount_cents": number,"cost_bearer": Database["public"]['Enums']["cost_bearer"],"coupon_id": string | null,"id": string,"kind": Database["public"]['Enums']["promotion_kind"],"line_number": number | null,"merchant_share_bps": number,"name": string,"order_id": string,"promotion_id": string | null,"quantity": number | null,"scope": string,"translations": NonNullable<Json>
                  }
                  ComputedFields: never
                  Insert: {
                    "amount_cents": number,"cost_bearer": Database["public"]['Enums']["cost_bearer"],"coupon_id"?: string | null,"id"?: string,"kind": Database["public"]['Enums']["promotion_kind"],"line_number"?: number | null,"merchant_share_bps"?: number,"name": string,"order_id": string,"promotion_id"?: string | null,"quantity"?: number | null,"scope"?: string,"translations"?: NonNullable<Json>
                  }
                  Update: {
                    "amount_cents"?: number,"cost_bearer"?: Database["public"]['Enums']["cost_bearer"],"coupon_id"?: string | null,"id"?: string,"kind"?: Database["public"]['Enums']["promotion_kind"],"line_number"?: number | null,"merchant_share_bps"?: number,"name"?: string,"order_id"?: string,"promotion_id"?: string | null,"quantity"?: number | null,"scope"?: string,"translations"?: NonNullable<Json>
                  }
                  Relationships: [
                    {
      foreignKeyName: "order_adjustments_coupon_id_fkey"
      columns: ["coupon_id"]
isOneToOne: false
      referencedRelation: "coupons"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "order_adjustments_order_id_fkey"
      columns: ["order_id"]
isOneToOne: false
      referencedRelation: "orders"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "order_adjustments_promotion_id_fkey"
      columns: ["promotion_id"]
isOneToOne: false
      referencedRelation: "promotions"
      referencedColumns: ["id"]
    }
                  ]
                },"order_cancel_policies": {
                  Row: {
                    "actor": Database["public"]['Enums']["actor_role"],"command": string,"from_status": Database["public"]['Enums']["order_status"],"liable_party": Database["public"]['Enums']["liable_party"],"refund_bps": number
                  }
                  ComputedFields: never
                  Insert: {
                    "actor": Database["public"]['Enums']["actor_role"],"command": string,"from_status": Database["public"]['Enums']["order_status"],"liable_party": Database["public"]['Enums']["liable_party"],"refund_bps"?: number
                  }
                  Update: {
                    "actor"?: Database["public"]['Enums']["actor_role"],"command"?: string,"from_status"?: Database["public"]['Enums']["order_status"],"liable_party"?: Database["public"]['Enums']["liable_party"],"refund_bps"?: number
                  }
                  Relationships: [
                    
                  ]
                },"order_events": {
                  Row: {
                    "actor": Database["public"]['Enums']["actor_role"],"actor_id": string | null,"client_at": string | null,"command": string,"created_at": string,"detail": NonNullable<Json>,"from_status": Database["public"]['Enums']["order_status"],"id": number,"order_id": string,"reason_code": string | null,"to_status": Database["public"]['Enums']["order_status"]
                  }
                  ComputedFields: never
                  Insert: {
                    "actor": Database["public"]['Enums']["actor_role"],"actor_id"?: string | null,"client_at"?: string | null,"command": string,"created_at"?: string,"detail"?: NonNullable<Json>,"from_status": Database["public"]['Enums']["order_status"],"id"?: never,"order_id": string,"reason_code"?: string | null,"to_status": Database["public"]['Enums']["order_status"]
                  }
                  Update: {
                    "actor"?: Database["public"]['Enums']["actor_role"],"actor_id"?: string | null,"client_at"?: string | null,"command"?: string,"created_at"?: string,"detail"?: NonNullable<Json>,"from_status"?: Database["public"]['Enums']["order_status"],"id"?: never,"order_id"?: string,"reason_code"?: string | null,"to_status"?: Database["public"]['Enums']["order_status"]
                  }
                  Relationships: [
                    {
      foreignKeyName: "order_events_order_id_fkey"
      columns: ["order_id"]
isOneToOne: false
      referencedRelation: "orders"
      referencedColumns: ["id"]
    }
                  ]
                },"order_invoices": {
                  Row: {
                    "amount_cents": number,"buyer_kind": Database["public"]['Enums']["invoice_buyer"],"city_id": string,"created_at": string,"currency": string,"customer_id": string,"email": string,"file_path": string | null,"id": string,"issued_at": string | null,"issued_by": string | null,"merchant_id": string,"number": string | null,"order_id": string,"owed_cents": number,"reason": string,"status": Database["public"]['Enums']["invoice_status"],"store_id": string,"tax_number": string | null,"title": string,"updated_at": string
                  }
                  ComputedFields: never
                  Insert: {
                    "amount_cents": number,"buyer_kind": Database["public"]['Enums']["invoice_buyer"],"city_id": string,"created_at"?: string,"currency": string,"customer_id": string,"email": string,"file_path"?: string | null,"id"?: string,"issued_at"?: string | null,"issued_by"?: string | null,"merchant_id": string,"number"?: string | null,"order_id": string,"owed_cents": number,"reason"?: string,"status"?: Database["public"]['Enums']["invoice_status"],"store_id": string,"tax_number"?: string | null,"title": string,"updated_at"?: string
                  }
                  Update: {
                    "amount_cents"?: number,"buyer_kind"?: Database["public"]['Enums']["invoice_buyer"],"city_id"?: string,"created_at"?: string,"currency"?: string,"customer_id"?: string,"email"?: string,"file_path"?: string | null,"id"?: string,"issued_at"?: string | null,"issued_by"?: string | null,"merchant_id"?: string,"number"?: string | null,"order_id"?: string,"owed_cents"?: number,"reason"?: string,"status"?: Database["public"]['Enums']["invoice_status"],"store_id"?: string,"tax_number"?: string | null,"title"?: string,"updated_at"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "order_invoices_city_id_fkey"
      columns: ["city_id"]
isOneToOne: false
      referencedRelation: "cities"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "order_invoices_merchant_id_fkey"
      columns: ["merchant_id"]
isOneToOne: false
      referencedRelation: "merchants"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "order_invoices_order_id_fkey"
      columns: ["order_id"]
isOneToOne: false
      referencedRelation: "orders"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "order_invoices_store_id_fkey"
      columns: ["store_id"]
isOneToOne: false
      referencedRelation: "stores"
      referencedColumns: ["id"]
    }
                  ]
                },"order_items": {
                  Row: {
                    "category_id": string | null,"id": string,"line_number": number,"modifiers": NonNullable<Json>,"name": string,"note": string,"order_id": string,"product_id": string | null,"quantity": number,"removed_quantity": number,"replaces_line": number | null,"section_id": string | null,"tax_bps": number,"total_cents": number,"translations": NonNullable<Json>,"unit_price_cents": number,"variant_id": string | null,"variant_name": string | null
                  }
                  ComputedFields: never
                  Insert: {
                    "category_id"?: string | null,"id"?: string,"line_number": number,"modifiers"?: NonNullable<Json>,"name": string,"note"?: string,"order_id": string,"product_id"?: string | null,"quantity": number,"removed_quantity"?: number,"replaces_line"?: number | null,"section_id"?: string | null,"tax_bps"?: number,"total_cents": number,"translations"?: NonNullable<Json>,"unit_price_cents": number,"variant_id"?: string | null,"variant_name"?: string | null
                  }
                  Update: {
                    "category_id"?: string | null,"id"?: string,"line_number"?: number,"modifiers"?: NonNullable<Json>,"name"?: string,"note"?: string,"order_id"?: string,"product_id"?: string | null,"quantity"?: number,"removed_quantity"?: number,"replaces_line"?: number | null,"section_id"?: string | null,"tax_bps"?: number,"total_cents"?: number,"translations"?: NonNullable<Json>,"unit_price_cents"?: number,"variant_id"?: string | null,"variant_name"?: string | null
                  }
                  Relationships: [
                    {
      foreignKeyName: "order_items_order_id_fkey"
      columns: ["order_id"]
isOneToOne: false
      referencedRelation: "orders"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "order_items_product_id_fkey"
      columns: ["product_id"]
isOneToOne: false
      referencedRelation: "products"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "order_items_variant_id_fkey"
      columns: ["variant_id"]
isOneToOne: false
      referencedRelation: "product_variants"
      referencedColumns: ["id"]
    }
                  ]
                },"order_requests": {
                  Row: {
                    "answered_at": string | null,"answered_by_id": string | null,"asked_by": Database["public"]['Enums']["actor_role"],"asked_by_id": string | null,"created_at": string,"detail": NonNullable<Json>,"due_at": string,"id": string,"kind": Database["public"]['Enums']["order_request_kind"],"order_id": string,"reason_code": string | null,"status": Database["public"]['Enums']["order_request_status"]
                  }
                  ComputedFields: never
                  Insert: {
                    "answered_at"?: string | null,"answered_by_id"?: string | null,"asked_by": Database["public"]['Enums']["actor_role"],"asked_by_id"?: string | null,"created_at"?: string,"detail"?: NonNullable<Json>,"due_at": string,"id"?: string,"kind": Database["public"]['Enums']["order_request_kind"],"order_id": string,"reason_code"?: string | null,"status"?: Database["public"]['Enums']["order_request_status"]
                  }
                  Update: {
                    "answered_at"?: string | null,"answered_by_id"?: string | null,"asked_by"?: Database["public"]['Enums']["actor_role"],"asked_by_id"?: string | null,"created_at"?: string,"detail"?: NonNullable<Json>,"due_at"?: string,"id"?: string,"kind"?: Database["public"]['Enums']["order_request_kind"],"order_id"?: string,"reason_code"?: string | null,"status"?: Database["public"]['Enums']["order_request_status"]
                  }
                  Relationships: [
                    {
      foreignKeyName: "order_requests_order_id_fkey"
      columns: ["order_id"]
isOneToOne: false
      referencedRelation: "orders"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "order_requests_reason_code_fkey"
      columns: ["reason_code"]
isOneToOne: false
      referencedRelation: "reason_codes"
      referencedColumns: ["code"]
    }
                  ]
                },"order_transitions": {
                  Row: {
                    "actor": Database["public"]['Enums']["actor_role"],"command": string,"from_status": Database["public"]['Enums']["order_status"],"fulfillment_types": (Database["public"]['Enums']["fulfillment_type"])[],"to_status": Database["public"]['Enums']["order_status"]
                  }
                  ComputedFields: never
                  Insert: {
                    "actor": Database["public"]['Enums']["actor_role"],"command": string,"from_status": Database["public"]['Enums']["order_status"],"fulfillment_types"?: (Database["public"]['Enums']["fulfillment_type"])[],"to_status": Database["public"]['Enums']["order_status"]
                  }
                  Update: {
                    "actor"?: Database["public"]['Enums']["actor_role"],"command"?: string,"from_status"?: Database["public"]['Enums']["order_status"],"fulfillment_types"?: (Database["public"]['Enums']["fulfillment_type"])[],"to_status"?: Database["public"]['Enums']["order_status"]
                  }
                  Relationships: [
                    
                  ]
                },"orders": {
                  Row: {
                    "accepted_at": string | null,"city_id": string,"closed_at": string | null,"completed_at": string | null,"created_at": string,"currency": string,"customer_id": string,"delayed_minutes": number,"delivery_fee_cents": number,"discount_cents": number,"dropoff_expected_at": string | null,"due_at": string | null,"fulfillment_type": Database["public"]['Enums']["fulfillment_type"],"id": string,"is_edit_consented": boolean,"merchant_id": string,"note": string,"number": string,"packaging_fee_cents": number,"party_size": number | null,"phone_suffix": string | null,"pickup_code": string | null,"pickup_expected_at": string | null,"placed_at": string | null,"preparation_expected_at": string | null,"quote_id": string,"ready_at": string | null,"reason_code": string | null,"slot_ends_at": string | null,"slot_starts_at": string | null,"status": Database["public"]['Enums']["order_status"],"store_id": string,"subtotal_cents": number,"table_label": string | null,"tip_cents": number,"total_cents": number,"updated_at": string,"urge_count": number,"urged_at": string | null
                  }
                  ComputedFields: never
                  Insert: {
                    "accepted_at"?: string | null,"city_id": string,"closed_at"?: string | null,"completed_at"?: string | null,"created_at"?: string,"currency": string,"customer_id": string,"delayed_minutes"?: number,"delivery_fee_cents": number,"discount_cents": number,"dropoff_expected_at"?: string | null,"due_at"?: string | null,"fulfillment_type": Database["public"]['Enums']["fulfillment_type"],"id"?: string,"is_edit_consented"?: boolean,"merchant_id": string,"note"?: string,"number": string,"packaging_fee_cents": number,"party_size"?: number | null,"phone_suffix"?: string | null,"pickup_code"?: string | null,"pickup_expected_at"?: string | null,"placed_at"?: string | null,"preparation_expected_at"?: string | null,"quote_id": string,"ready_at"?: string | null,"reason_code"?: string | null,"slot_ends_at"?: string | null,"slot_starts_at"?: string | null,"status"?: Database["public"]['Enums']["order_status"],"store_id": string,"subtotal_cents": number,"table_label"?: string | null,"tip_cents": number,"total_cents": number,"updated_at"?: string,"urge_count"?: number,"urged_at"?: string | null
                  }
                  Update: {
                    "accepted_at"?: string | null,"city_id"?: string,"closed_at"?: string | null,"completed_at"?: string | null,"created_at"?: string,"currency"?: string,"customer_id"?: string,"delayed_minutes"?: number,"delivery_fee_cents"?: number,"discount_cents"?: number,"dropoff_expected_at"?: string | null,"due_at"?: string | null,"fulfillment_type"?: Database["public"]['Enums']["fulfillment_type"],"id"?: string,"is_edit_consented"?: boolean,"merchant_id"?: string,"note"?: string,"number"?: string,"packaging_fee_cents"?: number,"party_size"?: number | null,"phone_suffix"?: string | null,"pickup_code"?: string | null,"pickup_expected_at"?: string | null,"placed_at"?: string | null,"preparation_expected_at"?: string | null,"quote_id"?: string,"ready_at"?: string | null,"reason_code"?: string | null,"slot_ends_at"?: string | null,"slot_starts_at"?: string | null,"status"?: Database["public"]['Enums']["order_status"],"store_id"?: string,"subtotal_cents"?: number,"table_label"?: string | null,"tip_cents"?: number,"total_cents"?: number,"updated_at"?: string,"urge_count"?: number,"urged_at"?: string | null
                  }
                  Relationships: [
                    {
      foreignKeyName: "orders_city_id_fkey"
      columns: ["city_id"]
isOneToOne: false
      referencedRelation: "cities"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "orders_merchant_id_fkey"
      columns: ["merchant_id"]
isOneToOne: false
      referencedRelation: "merchants"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "orders_quote_id_fkey"
      columns: ["quote_id"]
isOneToOne: true
      referencedRelation: "quotes"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "orders_reason_code_fkey"
      columns: ["reason_code"]
isOneToOne: false
      referencedRelation: "reason_codes"
      referencedColumns: ["code"]
    },{
      foreignKeyName: "orders_store_id_fkey"
      columns: ["store_id"]
isOneToOne: false
      referencedRelation: "stores"
      referencedColumns: ["id"]
    }
                  ]
                },"payment_events": {
                  Row: {
                    "amount_cents": number,"command": string,"created_at": string,"from_status": Database["public"]['Enums']["payment_status"],"id": number,"occurred_at": string,"payload": NonNullable<Json>,"payment_id": string,"provider": Database["public"]['Enums']["payment_provider"],"provider_event_id": string,"to_status": Database["public"]['Enums']["payment_status"]
                  }
                  ComputedFields: never
                  Insert: {
                    "amount_cents": number,"command": string,"created_at"?: string,"from_status": Database["public"]['Enums']["payment_status"],"id"?: never,"occurred_at": string,"payload"?: NonNullable<Json>,"payment_id": string,"provider": Database["public"]['Enums']["payment_provider"],"provider_event_id": string,"to_status": Database["public"]['Enums']["payment_status"]
                  }
                  Update: {
                    "amount_cents"?: number,"command"?: string,"created_at"?: string,"from_status"?: Database["public"]['Enums']["payment_status"],"id"?: never,"occurred_at"?: string,"payload"?: NonNullable<Json>,"payment_id"?: string,"provider"?: Database["public"]['Enums']["payment_provider"],"provider_event_id"?: string,"to_status"?: Database["public"]['Enums']["payment_status"]
                  }
                  Relationships: [
                    {
      foreignKeyName: "payment_events_payment_id_fkey"
      columns: ["payment_id"]
isOneToOne: false
      referencedRelation: "payments"
      referencedColumns: ["id"]
    }
                  ]
                },"payment_transitions": {
                  Row: {
                    "command": string,"from_status": Database["public"]['Enums']["payment_status"],"to_status": Database["public"]['Enums']["payment_status"]
                  }
                  ComputedFields: never
                  Insert: {
                    "command": string,"from_status": Database["public"]['Enums']["payment_status"],"to_status": Database["public"]['Enums']["payment_status"]
                  }
                  Update: {
                    "command"?: string,"from_status"?: Database["public"]['Enums']["payment_status"],"to_status"?: Database["public"]['Enums']["payment_status"]
                  }
                  Relationships: [
                    
                  ]
                },"payments": {
                  Row: {
                    "amount_cents": number,"captured_at": string | null,"created_at": string,"currency": string,"customer_id": string,"id": string,"kept_cents": number,"order_id": string | null,"out_trade_no": string,"provider": Database["public"]['Enums']["payment_provider"],"purpose": string,"refunded_cents": number,"status": Database["public"]['Enums']["payment_status"],"transaction_id": string | null,"updated_at": string
                  }
                  ComputedFields: never
                  Insert: {
                    "amount_cents": number,"captured_at"?: string | null,"created_at"?: string,"currency": string,"customer_id": string,"id"?: string,"kept_cents"?: number,"order_id"?: string | null,"out_trade_no": string,"provider": Database["public"]['Enums']["payment_provider"],"purpose"?: string,"refunded_cents"?: number,"status"?: Database["public"]['Enums']["payment_status"],"transaction_id"?: string | null,"updated_at"?: string
                  }
                  Update: {
                    "amount_cents"?: number,"captured_at"?: string | null,"created_at"?: string,"currency"?: string,"customer_id"?: string,"id"?: string,"kept_cents"?: number,"order_id"?: string | null,"out_trade_no"?: string,"provider"?: Database["public"]['Enums']["payment_provider"],"purpose"?: string,"refunded_cents"?: number,"status"?: Database["public"]['Enums']["payment_status"],"transaction_id"?: string | null,"updated_at"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "payments_order_id_fkey"
      columns: ["order_id"]
isOneToOne: false
      referencedRelation: "orders"
      referencedColumns: ["id"]
    }
                  ]
                },"payout_events": {
                  Row: {
                    "actor": Database["public"]['Enums']["actor_role"],"actor_id": string | null,"command": string,"created_at": string,"detail": NonNullable<Json>,"from_status": Database["public"]['Enums']["payout_status"],"id": number,"payout_id": string,"provider_event_id": string | null,"to_status": Database["public"]['Enums']["payout_status"]
                  }
                  ComputedFields: never
                  Insert: {
                    "actor": Database["public"]['Enums']["actor_role"],"actor_id"?: string | null,"command": string,"created_at"?: string,"detail"?: NonNullable<Json>,"from_status": Database["public"]['Enums']["payout_status"],"id"?: never,"payout_id": string,"provider_event_id"?: string | null,"to_status": Database["public"]['Enums']["payout_status"]
                  }
                  Update: {
                    "actor"?: Database["public"]['Enums']["actor_role"],"actor_id"?: string | null,"command"?: string,"created_at"?: string,"detail"?: NonNullable<Json>,"from_status"?: Database["public"]['Enums']["payout_status"],"id"?: never,"payout_id"?: string,"provider_event_id"?: string | null,"to_status"?: Database["public"]['Enums']["payout_status"]
                  }
                  Relationships: [
                    {
      foreignKeyName: "payout_events_payout_id_fkey"
      columns: ["payout_id"]
isOneToOne: false
      referencedRelation: "payouts"
      referencedColumns: ["id"]
    }
                  ]
                },"payout_transitions": {
                  Row: {
                    "actor": Database["public"]['Enums']["actor_role"],"command": string,"from_status": Database["public"]['Enums']["payout_status"],"to_status": Database["public"]['Enums']["payout_status"]
                  }
                  ComputedFields: never
                  Insert: {
                    "actor": Database["public"]['Enums']["actor_role"],"command": string,"from_status": Database["public"]['Enums']["payout_status"],"to_status": Database["public"]['Enums']["payout_status"]
                  }
                  Update: {
                    "actor"?: Database["public"]['Enums']["actor_role"],"command"?: string,"from_status"?: Database["public"]['Enums']["payout_status"],"to_status"?: Database["public"]['Enums']["payout_status"]
                  }
                  Relationships: [
                    
                  ]
                },"payouts": {
                  Row: {
                    "account_masked": string,"amount_cents": number,"attempt_count": number,"created_at": string,"currency": string,"failure": string | null,"id": string,"method": Database["public"]['Enums']["payout_method"] | null,"next_attempt_at": string,"out_payout_no": string,"paid_at": string | null,"party": Database["public"]['Enums']["settlement_party"],"party_id": string,"payout_account_id": string,"reference": string | null,"requested_by": string,"status": Database["public"]['Enums']["payout_status"],"updated_at": string
                  }
                  ComputedFields: never
                  Insert: {
                    "account_masked": string,"amount_cents": number,"attempt_count"?: number,"created_at"?: string,"currency": string,"failure"?: string | null,"id"?: string,"method"?: Database["public"]['Enums']["payout_method"] | null,"next_attempt_at"?: string,"out_payout_no": string,"paid_at"?: string | null,"party": Database["public"]['Enums']["settlement_party"],"party_id": string,"payout_account_id": string,"reference"?: string | null,"requested_by": string,"status"?: Database["public"]['Enums']["payout_status"],"updated_at"?: string
                  }
                  Update: {
                    "account_masked"?: string,"amount_cents"?: number,"attempt_count"?: number,"created_at"?: string,"currency"?: string,"failure"?: string | null,"id"?: string,"method"?: Database["public"]['Enums']["payout_method"] | null,"next_attempt_at"?: string,"out_payout_no"?: string,"paid_at"?: string | null,"party"?: Database["public"]['Enums']["settlement_party"],"party_id"?: string,"payout_account_id"?: string,"reference"?: string | null,"requested_by"?: string,"status"?: Database["public"]['Enums']["payout_status"],"updated_at"?: string
                  }
                  Relationships: [
                    
                  ]
                },"penalty_events": {
                  Row: {
                    "actor": Database["public"]['Enums']["actor_role"],"actor_id": string | null,"command": string,"created_at": string,"from_status": Database["public"]['Enums']["penalty_status"],"id": number,"note": string,"penalty_id": string,"to_status": Database["public"]['Enums']["penalty_status"]
                  }
                  ComputedFields: never
                  Insert: {
                    "actor": Database["public"]['Enums']["actor_role"],"actor_id"?: string | null,"command": string,"created_at"?: string,"from_status": Database["public"]['Enums']["penalty_status"],"id"?: never,"note"?: string,"penalty_id": string,"to_status": Database["public"]['Enums']["penalty_status"]
                  }
                  Update: {
                    "actor"?: Database["public"]['Enums']["actor_role"],"actor_id"?: string | null,"command"?: string,"created_at"?: string,"from_status"?: Database["public"]['Enums']["penalty_status"],"id"?: never,"note"?: string,"penalty_id"?: string,"to_status"?: Database["public"]['Enums']["penalty_status"]
                  }
                  Relationships: [
                    {
      foreignKeyName: "penalty_events_penalty_id_fkey"
      columns: ["penalty_id"]
isOneToOne: false
      referencedRelation: "merchant_penalties"
      referencedColumns: ["id"]
    }
                  ]
                },"penalty_transitions": {
                  Row: {
                    "actor": Database["public"]['Enums']["actor_role"],"command": string,"from_status": Database["public"]['Enums']["penalty_status"],"to_status": Database["public"]['Enums']["penalty_status"]
                  }
                  ComputedFields: never
                  Insert: {
                    "actor": Database["public"]['Enums']["actor_role"],"command": string,"from_status": Database["public"]['Enums']["penalty_status"],"to_status": Database["public"]['Enums']["penalty_status"]
                  }
                  Update: {
                    "actor"?: Database["public"]['Enums']["actor_role"],"command"?: string,"from_status"?: Database["public"]['Enums']["penalty_status"],"to_status"?: Database["public"]['Enums']["penalty_status"]
                  }
                  Relationships: [
                    
                  ]
                },"print_jobs": {
                  Row: {
                    "attempt_count": number,"copy_count": number,"created_at": string,"failure": string,"id": string,"locale": string,"next_attempt_at": string,"order_id": string,"paper_mm": number,"printed_at": string | null,"requested_by": string | null,"status": Database["public"]['Enums']["print_status"],"store_id": string,"updated_at": string
                  }
                  ComputedFields: never
                  Insert: {
                    "attempt_count"?: number,"copy_count": number,"created_at"?: string,"failure"?: string,"id"?: string,"locale": string,"next_attempt_at"?: string,"order_id": string,"paper_mm": number,"printed_at"?: string | null,"requested_by"?: string | null,"status"?: Database["public"]['Enums']["print_status"],"store_id": string,"updated_at"?: string
                  }
                  Update: {
                    "attempt_count"?: number,"copy_count"?: number,"created_at"?: string,"failure"?: string,"id"?: string,"locale"?: string,"next_attempt_at"?: string,"order_id"?: string,"paper_mm"?: number,"printed_at"?: string | null,"requested_by"?: string | null,"status"?: Database["public"]['Enums']["print_status"],"store_id"?: string,"updated_at"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "print_jobs_order_id_fkey"
      columns: ["order_id"]
isOneToOne: false
      referencedRelation: "orders"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "print_jobs_store_id_fkey"
      columns: ["store_id"]
isOneToOne: false
      referencedRelation: "stores"
      referencedColumns: ["id"]
    }
                  ]
                },"product_reviews": {
                  Row: {
                    "actor_id": string | null,"created_at": string,"from_status": Database["public"]['Enums']["product_status"],"id": number,"note": string,"product_id": string,"store_id": string,"to_status": Database["public"]['Enums']["product_status"]
                  }
                  ComputedFields: never
                  Insert: {
                    "actor_id"?: string | null,"created_at"?: string,"from_status": Database["public"]['Enums']["product_status"],"id"?: never,"note"?: string,"product_id": string,"store_id": string,"to_status": Database["public"]['Enums']["product_status"]
                  }
                  Update: {
                    "actor_id"?: string | null,"created_at"?: string,"from_status"?: Database["public"]['Enums']["product_status"],"id"?: never,"note"?: string,"product_id"?: string,"store_id"?: string,"to_status"?: Database["public"]['Enums']["product_status"]
                  }
                  Relationships: [
                    {
      foreignKeyName: "product_reviews_product_id_fkey"
      columns: ["product_id"]
isOneToOne: false
      referencedRelation: "products"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "product_reviews_store_id_fkey"
      columns: ["store_id"]
isOneToOne: false
      referencedRelation: "stores"
      referencedColumns: ["id"]
    }
                  ]
                },"product_variants": {
                  Row: {
                    "attributes": NonNullable<Json>,"barcode": string | null,"id": string,"is_available": boolean,"name": string,"original_price_cents": number | null,"price_cents": number,"product_id": string,"sku": string | null,"sold_out_until": string | null,"sort_order": number,"store_id": string,"translations": NonNullable<Json>,"weight_grams": number | null
                  }
                  ComputedFields: never
                  Insert: {
                    "attributes"?: NonNullable<Json>,"barcode"?: string | null,"id"?: string,"is_available"?: boolean,"name": string,"original_price_cents"?: number | null,"price_cents": number,"product_id": string,"sku"?: string | null,"sold_out_until"?: string | null,"sort_order"?: number,"store_id": string,"translations"?: NonNullable<Json>,"weight_grams"?: number | null
                  }
                  Update: {
                    "attributes"?: NonNullable<Json>,"barcode"?: string | null,"id"?: string,"is_available"?: boolean,"name"?: string,"original_price_cents"?: number | null,"price_cents"?: number,"product_id"?: string,"sku"?: string | null,"sold_out_until"?: string | null,"sort_order"?: number,"store_id"?: string,"translations"?: NonNullable<Json>,"weight_grams"?: number | null
                  }
                  Relationships: [
                    {
      foreignKeyName: "product_variants_product_id_fkey"
      columns: ["product_id"]
isOneToOne: false
      referencedRelation: "products"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "product_variants_store_id_fkey"
      columns: ["store_id"]
isOneToOne: false
      referencedRelation: "stores"
      referencedColumns: ["id"]
    }
                  ]
                },"products": {
                  Row: {
                    "attributes": NonNullable<Json>,"barcode": string | null,"category_id": string | null,"created_at": string,"daypart_id": string | null,"description": string,"fulfillment_types": (Database["public"]['Enums']["fulfillment_type"])[] | null,"id": string,"image_path": string | null,"is_available": boolean,"kind": Database["public"]['Enums']["product_kind"],"monthly_sales_count": number,"name": string,"original_price_cents": number | null,"price_cents": number,"review_note": string,"section_id": string,"sku": string | null,"sold_out_until": string | null,"sort_order": number,"status": Database["public"]['Enums']["product_status"],"store_id": string,"tax_bps": number,"translations": NonNullable<Json>,"updated_at": string,"weight_grams": number
                  }
                  ComputedFields: never
                  Insert: {
                    "attributes"?: NonNullable<Json>,"barcode"?: string | null,"category_id"?: string | null,"created_at"?: string,"daypart_id"?: string | null,"description"?: string,"fulfillment_types"?: (Database["public"]['Enums']["fulfillment_type"])[] | null,"id"?: string,"image_path"?: string | null,"is_available"?: boolean,"kind"?: Database["public"]['Enums']["product_kind"],"monthly_sales_count"?: number,"name": string,"original_price_cents"?: number | null,"price_cents": number,"review_note"?: string,"section_id": string,"sku"?: string | null,"sold_out_until"?: string | null,"sort_order"?: number,"status"?: Database["public"]['Enums']["product_status"],"store_id": string,"tax_bps"?: number,"translations"?: NonNullable<Json>,"updated_at"?: string,"weight_grams"?: number
                  }
                  Update: {
                    "attributes"?: NonNullable<Json>,"barcode"?: string | null,"category_id"?: string | null,"created_at"?: string,"daypart_id"?: string | null,"description"?: string,"fulfillment_types"?: (Database["public"]['Enums']["fulfillment_type"])[] | null,"id"?: string,"image_path"?: string | null,"is_available"?: boolean,"kind"?: Database["public"]['Enums']["product_kind"],"monthly_sales_count"?: number,"name"?: string,"original_price_cents"?: number | null,"price_cents"?: number,"review_note"?: string,"section_id"?: string,"sku"?: string | null,"sold_out_until"?: string | null,"sort_order"?: number,"status"?: Database["public"]['Enums']["product_status"],"store_id"?: string,"tax_bps"?: number,"translations"?: NonNullable<Json>,"updated_at"?: string,"weight_grams"?: number
                  }
                  Relationships: [
                    {
      foreignKeyName: "products_category_id_fkey"
      columns: ["category_id"]
isOneToOne: false
      referencedRelation: "categories"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "products_daypart_id_fkey"
      columns: ["daypart_id"]
isOneToOne: false
      referencedRelation: "dayparts"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "products_section_id_fkey"
      columns: ["section_id"]
isOneToOne: false
      referencedRelation: "menu_sections"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "products_store_id_fkey"
      columns: ["store_id"]
isOneToOne: false
      referencedRelation: "stores"
      referencedColumns: ["id"]
    }
                  ]
                },"profiles": {
                  Row: {
                    "avatar_path": string | null,"created_at": string,"display_name": string,"id": string,"locale": string,"updated_at": string
                  }
                  ComputedFields: never
                  Insert: {
                    "avatar_path"?: string | null,"created_at"?: string,"display_name"?: string,"id": string,"locale"?: string,"updated_at"?: string
                  }
                  Update: {
                    "avatar_path"?: string | null,"created_at"?: string,"display_name"?: string,"id"?: string,"locale"?: string,"updated_at"?: string
                  }
                  Relationships: [
                    
                  ]
                },"promotion_versions": {
                  Row: {
                    "changed_by": string | null,"content": NonNullable<Json>,"created_at": string,"promotion_id": string,"version": number
                  }
                  ComputedFields: never
                  Insert: {
                    "changed_by"?: string | null,"content": NonNullable<Json>,"created_at"?: string,"promotion_id": string,"version": number
                  }
                  Update: {
                    "changed_by"?: string | null,"content"?: NonNullable<Json>,"created_at"?: string,"promotion_id"?: string,"version"?: number
                  }
                  Relationships: [
                    {
      foreignKeyName: "promotion_versions_promotion_id_fkey"
      columns: ["promotion_id"]
isOneToOne: false
      referencedRelation: "promotions"
      referencedColumns: ["id"]
    }
                  ]
                },"promotions": {
                  Row: {
                    "budget_cents": number | null,"city_id": string,"conditions": NonNullable<Json>,"cost_bearer": Database["public"]['Enums']["cost_bearer"],"created_at": string,"customer_cap": number | null,"effect": NonNullable<Json>,"ends_at": string | null,"enrolment_share_bps": number,"excludes": (string)[],"id": string,"is_enrolment_open": boolean,"is_for_enrolled": boolean,"kind": Database["public"]['Enums']["promotion_kind"],"merchant_share_bps": number,"name": string,"priority": number,"stack_group": string | null,"starts_at": string,"status": Database["public"]['Enums']["promotion_status"],"store_id": string | null,"tiers": NonNullable<Json>,"translations": NonNullable<Json>,"updated_at": string,"usage_cap": number | null,"version": number,"windows": NonNullable<Json>,"used_cents": number | null
                  }
                  ComputedFields: "used_cents"
                  Insert: {
                    "budget_cents"?: number | null,"city_id": string,"conditions"?: NonNullable<Json>,"cost_bearer"?: Database["public"]['Enums']["cost_bearer"],"created_at"?: string,"customer_cap"?: number | null,"effect"?: NonNullable<Json>,"ends_at"?: string | null,"enrolment_share_bps"?: number,"excludes"?: (string)[],"id"?: string,"is_enrolment_open"?: boolean,"is_for_enrolled"?: boolean,"kind": Database["public"]['Enums']["promotion_kind"],"merchant_share_bps"?: number,"name": string,"priority"?: number,"stack_group"?: string | null,"starts_at"?: string,"status"?: Database["public"]['Enums']["promotion_status"],"store_id"?: string | null,"tiers"?: NonNullable<Json>,"translations"?: NonNullable<Json>,"updated_at"?: string,"usage_cap"?: number | null,"version"?: number,"windows"?: NonNullable<Json>
                  }
                  Update: {
                    "budget_cents"?: number | null,"city_id"?: string,"conditions"?: NonNullable<Json>,"cost_bearer"?: Database["public"]['Enums']["cost_bearer"],"created_at"?: string,"customer_cap"?: number | null,"effect"?: NonNullable<Json>,"ends_at"?: string | null,"enrolment_share_bps"?: number,"excludes"?: (string)[],"id"?: string,"is_enrolment_open"?: boolean,"is_for_enrolled"?: boolean,"kind"?: Database["public"]['Enums']["promotion_kind"],"merchant_share_bps"?: number,"name"?: string,"priority"?: number,"stack_group"?: string | null,"starts_at"?: string,"status"?: Database["public"]['Enums']["promotion_status"],"store_id"?: string | null,"tiers"?: NonNullable<Json>,"translations"?: NonNullable<Json>,"updated_at"?: string,"usage_cap"?: number | null,"version"?: number,"windows"?: NonNullable<Json>
                  }
                  Relationships: [
                    {
      foreignKeyName: "promotions_city_id_fkey"
      columns: ["city_id"]
isOneToOne: false
      referencedRelation: "cities"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "promotions_store_id_fkey"
      columns: ["store_id"]
isOneToOne: false
      referencedRelation: "stores"
      referencedColumns: ["id"]
    }
                  ]
                },"quotes": {
                  Row: {
                    "address": Json | null,"adjustments": NonNullable<Json>,"choice": NonNullable<Json>,"created_at": string,"currency": string,"customer_id": string,"delivery_fee_cents": number,"discount_cents": number,"distance_meters": number | null,"estimated_minutes": number,"expires_at": string,"explanations": NonNullable<Json>,"fee_lines": NonNullable<Json>,"fulfillment_type": Database["public"]['Enums']["fulfillment_type"],"id": string,"lines": NonNullable<Json>,"packaging_fee_cents": number,"party": Json | null,"slot_ends_at": string | null,"slot_starts_at": string | null,"store_id": string,"subtotal_cents": number,"tip_cents": number,"total_cents": number
                  }
                  ComputedFields: never
                  Insert: {
                    "address"?: Json | null,"adjustments": NonNullable<Json>,"choice"?: NonNullable<Json>,"created_at"?: string,"currency": string,"customer_id": string,"delivery_fee_cents": number,"discount_cents": number,"distance_meters"?: number | null,"estimated_minutes": number,"expires_at": string,"explanations"?: NonNullable<Json>,"fee_lines"?: NonNullable<Json>,"fulfillment_type": Database["public"]['Enums']["fulfillment_type"],"id"?: string,"lines": NonNullable<Json>,"packaging_fee_cents": number,"party"?: Json | null,"slot_ends_at"?: string | null,"slot_starts_at"?: string | null,"store_id": string,"subtotal_cents": number,"tip_cents": number,"total_cents": number
                  }
                  Update: {
                    "address"?: Json | null,"adjustments"?: NonNullable<Json>,"choice"?: NonNullable<Json>,"created_at"?: string,"currency"?: string,"customer_id"?: string,"delivery_fee_cents"?: number,"discount_cents"?: number,"distance_meters"?: number | null,"estimated_minutes"?: number,"expires_at"?: string,"explanations"?: NonNullable<Json>,"fee_lines"?: NonNullable<Json>,"fulfillment_type"?: Database["public"]['Enums']["fulfillment_type"],"id"?: string,"lines"?: NonNullable<Json>,"packaging_fee_cents"?: number,"party"?: Json | null,"slot_ends_at"?: string | null,"slot_starts_at"?: string | null,"store_id"?: string,"subtotal_cents"?: number,"tip_cents"?: number,"total_cents"?: number
                  }
                  Relationships: [
                    {
      foreignKeyName: "quotes_store_id_fkey"
      columns: ["store_id"]
isOneToOne: false
      referencedRelation: "stores"
      referencedColumns: ["id"]
    }
                  ]
                },"rate_card_rules": {
                  Row: {
                    "amount_cents": number,"below_cents": number | null,"condition": string | null,"ends_at": string | null,"free_from_cents": number | null,"from_meters": number | null,"id": string,"kind": Database["public"]['Enums']["rate_rule_kind"],"label": string,"over_grams": number | null,"per_kg_cents": number | null,"per_km_cents": number | null,"position": number,"rate_card_id": string,"starts_at": string | null,"to_meters": number | null,"translations": NonNullable<Json>,"weekdays": (number)[] | null,"zone_id": string | null
                  }
                  ComputedFields: never
                  Insert: {
                    "amount_cents"?: number,"below_cents"?: number | null,"condition"?: string | null,"ends_at"?: string | null,"free_from_cents"?: number | null,"from_meters"?: number | null,"id"?: string,"kind": Database["public"]['Enums']["rate_rule_kind"],"label": string,"over_grams"?: number | null,"per_kg_cents"?: number | null,"per_km_cents"?: number | null,"position": number,"rate_card_id": string,"starts_at"?: string | null,"to_meters"?: number | null,"translations"?: NonNullable<Json>,"weekdays"?: (number)[] | null,"zone_id"?: string | null
                  }
                  Update: {
                    "amount_cents"?: number,"below_cents"?: number | null,"condition"?: string | null,"ends_at"?: string | null,"free_from_cents"?: number | null,"from_meters"?: number | null,"id"?: string,"kind"?: Database["public"]['Enums']["rate_rule_kind"],"label"?: string,"over_grams"?: number | null,"per_kg_cents"?: number | null,"per_km_cents"?: number | null,"position"?: number,"rate_card_id"?: string,"starts_at"?: string | null,"to_meters"?: number | null,"translations"?: NonNullable<Json>,"weekdays"?: (number)[] | null,"zone_id"?: string | null
                  }
                  Relationships: [
                    {
      foreignKeyName: "rate_card_rules_rate_card_id_fkey"
      columns: ["rate_card_id"]
isOneToOne: false
      referencedRelation: "rate_cards"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "rate_card_rules_zone_id_fkey"
      columns: ["zone_id"]
isOneToOne: false
      referencedRelation: "zones"
      referencedColumns: ["id"]
    }
                  ]
                },"rate_cards": {
                  Row: {
                    "city_id": string,"created_at": string,"created_by": string | null,"currency": string,"ends_at": string | null,"id": string,"name": string,"reach_meters": number,"starts_at": string,"store_id": string | null,"version": number,"zone_id": string | null
                  }
                  ComputedFields: never
                  Insert: {
                    "city_id": string,"created_at"?: string,"created_by"?: string | null,"currency": string,"ends_at"?: string | null,"id"?: string,"name"?: string,"reach_meters": number,"starts_at"?: string,"store_id"?: string | null,"version"?: number,"zone_id"?: string | null
                  }
                  Update: {
                    "city_id"?: string,"created_at"?: string,"created_by"?: string | null,"currency"?: string,"ends_at"?: string | null,"id"?: string,"name"?: string,"reach_meters"?: number,"starts_at"?: string,"store_id"?: string | null,"version"?: number,"zone_id"?: string | null
                  }
                  Relationships: [
                    {
      foreignKeyName: "rate_cards_city_id_fkey"
      columns: ["city_id"]
isOneToOne: false
      referencedRelation: "cities"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "rate_cards_store_id_fkey"
      columns: ["store_id"]
isOneToOne: false
      referencedRelation: "stores"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "rate_cards_zone_id_fkey"
      columns: ["zone_id"]
isOneToOne: false
      referencedRelation: "zones"
      referencedColumns: ["id"]
    }
                  ]
                },"reason_codes": {
                  Row: {
                    "actor": Database["public"]['Enums']["actor_role"],"applies_to": string,"code": string,"is_active": boolean,"label": string,"liable_party": Database["public"]['Enums']["liable_party"] | null,"sort_order": number,"translations": NonNullable<Json>
                  }
                  ComputedFields: never
                  Insert: {
                    "actor": Database["public"]['Enums']["actor_role"],"applies_to": string,"code": string,"is_active"?: boolean,"label": string,"liable_party"?: Database["public"]['Enums']["liable_party"] | null,"sort_order"?: number,"translations"?: NonNullable<Json>
                  }
                  Update: {
                    "actor"?: Database["public"]['Enums']["actor_role"],"applies_to"?: string,"code"?: string,"is_active"?: boolean,"label"?: string,"liable_party"?: Database["public"]['Enums']["liable_party"] | null,"sort_order"?: number,"translations"?: NonNullable<Json>
                  }
                  Relationships: [
                    
                  ]
                },"reconciliation_items": {
                  Row: {
                    "created_at": string,"currency": string,"fee_cents": number,"id": number,"is_fee_posted": boolean,"kind": string,"occurred_at": string | null,"ours_cents": number,"out_refund_no": string | null,"out_trade_no": string,"payment_id": string | null,"provider_transaction_id": string | null,"refund_request_id": string | null,"resolution": string | null,"resolved_at": string | null,"resolved_by": string | null,"run_id": string,"status": Database["public"]['Enums']["reconciliation_status"],"theirs_cents": number
                  }
                  ComputedFields: never
                  Insert: {
                    "created_at"?: string,"currency": string,"fee_cents"?: number,"id"?: never,"is_fee_posted"?: boolean,"kind": string,"occurred_at"?: string | null,"ours_cents"?: number,"out_refund_no"?: string | null,"out_trade_no": string,"payment_id"?: string | null,"provider_transaction_id"?: string | null,"refund_request_id"?: string | null,"resolution"?: string | null,"resolved_at"?: string | null,"resolved_by"?: string | null,"run_id": string,"status": Database["public"]['Enums']["reconciliation_status"],"theirs_cents"?: number
                  }
                  Update: {
                    "created_at"?: string,"currency"?: string,"fee_cents"?: number,"id"?: never,"is_fee_posted"?: boolean,"kind"?: string,"occurred_at"?: string | null,"ours_cents"?: number,"out_refund_no"?: string | null,"out_trade_no"?: string,"payment_id"?: string | null,"provider_transaction_id"?: string | null,"refund_request_id"?: string | null,"resolution"?: string | null,"resolved_at"?: string | null,"resolved_by"?: string | null,"run_id"?: string,"status"?: Database["public"]['Enums']["reconciliation_status"],"theirs_cents"?: number
                  }
                  Relationships: [
                    {
      foreignKeyName: "reconciliation_items_payment_id_fkey"
      columns: ["payment_id"]
isOneToOne: false
      referencedRelation: "payments"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "reconciliation_items_refund_request_id_fkey"
      columns: ["refund_request_id"]
isOneToOne: false
      referencedRelation: "refund_requests"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "reconciliation_items_run_id_fkey"
      columns: ["run_id"]
isOneToOne: false
      referencedRelation: "reconciliation_runs"
      referencedColumns: ["id"]
    }
                  ]
                },"reconciliation_runs": {
                  Row: {
                    "created_at": string,"difference_count": number,"fee_cents": number,"id": string,"import_count": number,"matched_count": number,"on_date": string,"provider": Database["public"]['Enums']["payment_provider"],"row_count": number,"updated_at": string
                  }
                  ComputedFields: never
                  Insert: {
                    "created_at"?: string,"difference_count"?: number,"fee_cents"?: number,"id"?: string,"import_count"?: number,"matched_count"?: number,"on_date": string,"provider": Database["public"]['Enums']["payment_provider"],"row_count"?: number,"updated_at"?: string
                  }
                  Update: {
                    "created_at"?: string,"difference_count"?: number,"fee_cents"?: number,"id"?: string,"import_count"?: number,"matched_count"?: number,"on_date"?: string,"provider"?: Database["public"]['Enums']["payment_provider"],"row_count"?: number,"updated_at"?: string
                  }
                  Relationships: [
                    
                  ]
                },"refund_events": {
                  Row: {
                    "actor": Database["public"]['Enums']["actor_role"],"actor_id": string | null,"command": string,"created_at": string,"detail": NonNullable<Json>,"from_status": Database["public"]['Enums']["refund_status"],"id": number,"refund_request_id": string,"to_status": Database["public"]['Enums']["refund_status"]
                  }
                  ComputedFields: never
                  Insert: {
                    "actor": Database["public"]['Enums']["actor_role"],"actor_id"?: string | null,"command": string,"created_at"?: string,"detail"?: NonNullable<Json>,"from_status": Database["public"]['Enums']["refund_status"],"id"?: never,"refund_request_id": string,"to_status": Database["public"]['Enums']["refund_status"]
                  }
                  Update: {
                    "actor"?: Database["public"]['Enums']["actor_role"],"actor_id"?: string | null,"command"?: string,"created_at"?: string,"detail"?: NonNullable<Json>,"from_status"?: Database["public"]['Enums']["refund_status"],"id"?: never,"refund_request_id"?: string,"to_status"?: Database["public"]['Enums']["refund_status"]
                  }
                  Relationships: [
                    {
      foreignKeyName: "refund_events_refund_request_id_fkey"
      columns: ["refund_request_id"]
isOneToOne: false
      referencedRelation: "refund_requests"
      referencedColumns: ["id"]
    }
                  ]
                },"refund_request_lines": {
                  Row: {
                    "amount_cents": number,"line_number": number,"name": string,"order_id": string,"order_item_id": string | null,"quantity": number,"refund_request_id": string
                  }
                  ComputedFields: never
                  Insert: {
                    "amount_cents": number,"line_number": number,"name": string,"order_id": string,"order_item_id"?: string | null,"quantity": number,"refund_request_id": string
                  }
                  Update: {
                    "amount_cents"?: number,"line_number"?: number,"name"?: string,"order_id"?: string,"order_item_id"?: string | null,"quantity"?: number,"refund_request_id"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "refund_request_lines_order_item_id_fkey"
      columns: ["order_item_id"]
isOneToOne: false
      referencedRelation: "order_items"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "refund_request_lines_refund_request_id_fkey"
      columns: ["refund_request_id"]
isOneToOne: false
      referencedRelation: "refund_requests"
      referencedColumns: ["id"]
    }
                  ]
                },"refund_requests": {
                  Row: {
                    "amount_cents": number,"answer": string,"attempt_count": number,"created_at": string,"customer_id": string,"due_at": string | null,"goods_cents": number,"id": string,"is_asked": boolean,"liable_party": Database["public"]['Enums']["liable_party"],"next_attempt_at": string,"note": string,"order_id": string,"out_refund_no": string,"payment_id": string,"photos": (string)[],"reason": string,"refunded_at": string | null,"shares_posted_at": string | null,"status": Database["public"]['Enums']["refund_status"],"store_id": string,"updated_at": string
                  }
                  ComputedFields: never
                  Insert: {
                    "amount_cents": number,"answer"?: string,"attempt_count"?: number,"created_at"?: string,"customer_id": string,"due_at"?: string | null,"goods_cents"?: number,"id"?: string,"is_asked"?: boolean,"liable_party": Database["public"]['Enums']["liable_party"],"next_attempt_at"?: string,"note"?: string,"order_id": string,"out_refund_no": string,"payment_id": string,"photos"?: (string)[],"reason": string,"refunded_at"?: string | null,"shares_posted_at"?: string | null,"status"?: Database["public"]['Enums']["refund_status"],"store_id": string,"updated_at"?: string
                  }
                  Update: {
                    "amount_cents"?: number,"answer"?: string,"attempt_count"?: number,"created_at"?: string,"customer_id"?: string,"due_at"?: string | null,"goods_cents"?: number,"id"?: string,"is_asked"?: boolean,"liable_party"?: Database["public"]['Enums']["liable_party"],"next_attempt_at"?: string,"note"?: string,"order_id"?: string,"out_refund_no"?: string,"payment_id"?: string,"photos"?: (string)[],"reason"?: string,"refunded_at"?: string | null,"shares_posted_at"?: string | null,"status"?: Database["public"]['Enums']["refund_status"],"store_id"?: string,"updated_at"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "refund_requests_order_id_fkey"
      columns: ["order_id"]
isOneToOne: false
      referencedRelation: "orders"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "refund_requests_payment_id_fkey"
      columns: ["payment_id"]
isOneToOne: false
      referencedRelation: "payments"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "refund_requests_store_id_fkey"
      columns: ["store_id"]
isOneToOne: false
      referencedRelation: "stores"
      referencedColumns: ["id"]
    }
                  ]
                },"refund_transitions": {
                  Row: {
                    "actor": Database["public"]['Enums']["actor_role"],"command": string,"from_status": Database["public"]['Enums']["refund_status"],"to_status": Database["public"]['Enums']["refund_status"]
                  }
                  ComputedFields: never
                  Insert: {
                    "actor": Database["public"]['Enums']["actor_role"],"command": string,"from_status": Database["public"]['Enums']["refund_status"],"to_status": Database["public"]['Enums']["refund_status"]
                  }
                  Update: {
                    "actor"?: Database["public"]['Enums']["actor_role"],"command"?: string,"from_status"?: Database["public"]['Enums']["refund_status"],"to_status"?: Database["public"]['Enums']["refund_status"]
                  }
                  Relationships: [
                    
                  ]
                },"rider_pay_rules": {
                  Row: {
                    "amount_cents": number,"ends_at": string | null,"id": string,"is_active": boolean,"kind": string,"label": string,"mode": string | null,"starts_at": string | null,"translations": NonNullable<Json>,"weekdays": (number)[],"zone_id": string
                  }
                  ComputedFields: never
                  Insert: {
                    "amount_cents": number,"ends_at"?: string | null,"id"?: string,"is_active"?: boolean,"kind": string,"label": string,"mode"?: string | null,"starts_at"?: string | null,"translations"?: NonNullable<Json>,"weekdays"?: (number)[],"zone_id": string
                  }
                  Update: {
                    "amount_cents"?: number,"ends_at"?: string | null,"id"?: string,"is_active"?: boolean,"kind"?: string,"label"?: string,"mode"?: string | null,"starts_at"?: string | null,"translations"?: NonNullable<Json>,"weekdays"?: (number)[],"zone_id"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "rider_pay_rules_zone_id_fkey"
      columns: ["zone_id"]
isOneToOne: false
      referencedRelation: "zones"
      referencedColumns: ["id"]
    }
                  ]
                },"rider_shift_slots": {
                  Row: {
                    "booked_count": number,"capacity": number,"created_at": string,"ends_at": string,"id": string,"starts_at": string,"zone_id": string
                  }
                  ComputedFields: never
                  Insert: {
                    "booked_count"?: number,"capacity": number,"created_at"?: string,"ends_at": string,"id"?: string,"starts_at": string,"zone_id": string
                  }
                  Update: {
                    "booked_count"?: number,"capacity"?: number,"created_at"?: string,"ends_at"?: string,"id"?: string,"starts_at"?: string,"zone_id"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "rider_shift_slots_zone_id_fkey"
      columns: ["zone_id"]
isOneToOne: false
      referencedRelation: "zones"
      referencedColumns: ["id"]
    }
                  ]
                },"rider_shifts": {
                  Row: {
                    "absent_seconds": number,"created_at": string,"earned_cents": number | null,"ended_at": string | null,"ends_at": string,"guaranteed_cents_per_hour": number,"id": string,"left_at": string | null,"rider_id": string,"slot_id": string,"started_at": string | null,"starts_at": string,"status": Database["public"]['Enums']["rider_shift_status"],"topped_up_cents": number | null,"zone_id": string
                  }
                  ComputedFields: never
                  Insert: {
                    "absent_seconds"?: number,"created_at"?: string,"earned_cents"?: number | null,"ended_at"?: string | null,"ends_at": string,"guaranteed_cents_per_hour"?: number,"id"?: string,"left_at"?: string | null,"rider_id": string,"slot_id": string,"started_at"?: string | null,"starts_at": string,"status"?: Database["public"]['Enums']["rider_shift_status"],"topped_up_cents"?: number | null,"zone_id": string
                  }
                  Update: {
                    "absent_seconds"?: number,"created_at"?: string,"earned_cents"?: number | null,"ended_at"?: string | null,"ends_at"?: string,"guaranteed_cents_per_hour"?: number,"id"?: string,"left_at"?: string | null,"rider_id"?: string,"slot_id"?: string,"started_at"?: string | null,"starts_at"?: string,"status"?: Database["public"]['Enums']["rider_shift_status"],"topped_up_cents"?: number | null,"zone_id"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "rider_shifts_rider_id_fkey"
      columns: ["rider_id"]
isOneToOne: false
      referencedRelation: "riders"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "rider_shifts_slot_id_fkey"
      columns: ["slot_id"]
isOneToOne: false
      referencedRelation: "rider_shift_slots"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "rider_shifts_zone_id_fkey"
      columns: ["zone_id"]
isOneToOne: false
      referencedRelation: "zones"
      referencedColumns: ["id"]
    }
                  ]
                },"riders": {
                  Row: {
                    "city_id": string,"created_at": string,"display_name": string,"heading": number | null,"id": string,"is_active": boolean,"lat": number | null,"lon": number | null,"phone": string,"position_at": string | null,"reported_at": string | null,"skills": (string)[],"status": Database["public"]['Enums']["rider_status"],"vehicle": string,"zone_id": string | null
                  }
                  ComputedFields: never
                  Insert: {
                    "city_id": string,"created_at"?: string,"display_name": string,"heading"?: number | null,"id": string,"is_active"?: boolean,"lat"?: number | null,"lon"?: number | null,"phone"?: string,"position_at"?: string | null,"reported_at"?: string | null,"skills"?: (string)[],"status"?: Database["public"]['Enums']["rider_status"],"vehicle"?: string,"zone_id"?: string | null
                  }
                  Update: {
                    "city_id"?: string,"created_at"?: string,"display_name"?: string,"heading"?: number | null,"id"?: string,"is_active"?: boolean,"lat"?: number | null,"lon"?: number | null,"phone"?: string,"position_at"?: string | null,"reported_at"?: string | null,"skills"?: (string)[],"status"?: Database["public"]['Enums']["rider_status"],"vehicle"?: string,"zone_id"?: string | null
                  }
                  Relationships: [
                    {
      foreignKeyName: "riders_city_id_fkey"
      columns: ["city_id"]
isOneToOne: false
      referencedRelation: "cities"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "riders_zone_id_fkey"
      columns: ["zone_id"]
isOneToOne: false
      referencedRelation: "zones"
      referencedColumns: ["id"]
    }
                  ]
                },"risk_cases": {
                  Row: {
                    "city_id": string | null,"created_at": string,"decided_at": string | null,"decided_by": string | null,"decision": Database["public"]['Enums']["risk_decision"],"facts": NonNullable<Json>,"id": string,"is_open": boolean,"moment": Database["public"]['Enums']["risk_moment"],"note": string,"order_id": string | null,"reasons": NonNullable<Json>,"score": number,"subject_id": string
                  }
                  ComputedFields: never
                  Insert: {
                    "city_id"?: string | null,"created_at"?: string,"decided_at"?: string | null,"decided_by"?: string | null,"decision": Database["public"]['Enums']["risk_decision"],"facts": NonNullable<Json>,"id"?: string,"is_open": boolean,"moment": Database["public"]['Enums']["risk_moment"],"note"?: string,"order_id"?: string | null,"reasons": NonNullable<Json>,"score": number,"subject_id": string
                  }
                  Update: {
                    "city_id"?: string | null,"created_at"?: string,"decided_at"?: string | null,"decided_by"?: string | null,"decision"?: Database["public"]['Enums']["risk_decision"],"facts"?: NonNullable<Json>,"id"?: string,"is_open"?: boolean,"moment"?: Database["public"]['Enums']["risk_moment"],"note"?: string,"order_id"?: string | null,"reasons"?: NonNullable<Json>,"score"?: number,"subject_id"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "risk_cases_city_id_fkey"
      columns: ["city_id"]
isOneToOne: false
      referencedRelation: "cities"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "risk_cases_order_id_fkey"
      columns: ["order_id"]
isOneToOne: true
      referencedRelation: "orders"
      referencedColumns: ["id"]
    }
                  ]
                },"risk_events": {
                  Row: {
                    "actor_id": string | null,"case_id": string,"created_at": string,"decision": Database["public"]['Enums']["risk_decision"],"id": number,"note": string
                  }
                  ComputedFields: never
                  Insert: {
                    "actor_id"?: string | null,"case_id": string,"created_at"?: string,"decision": Database["public"]['Enums']["risk_decision"],"id"?: never,"note"?: string
                  }
                  Update: {
                    "actor_id"?: string | null,"case_id"?: string,"created_at"?: string,"decision"?: Database["public"]['Enums']["risk_decision"],"id"?: never,"note"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "risk_events_case_id_fkey"
      columns: ["case_id"]
isOneToOne: false
      referencedRelation: "risk_cases"
      referencedColumns: ["id"]
    }
                  ]
                },"risk_rules": {
                  Row: {
                    "conditions": NonNullable<Json>,"created_at": string,"id": string,"is_active": boolean,"moment": Database["public"]['Enums']["risk_moment"],"name": string,"score": number,"slug": string,"translations": NonNullable<Json>,"updated_at": string,"version": number
                  }
                  ComputedFields: never
                  Insert: {
                    "conditions": NonNullable<Json>,"created_at"?: string,"id"?: string,"is_active"?: boolean,"moment": Database["public"]['Enums']["risk_moment"],"name": string,"score": number,"slug": string,"translations"?: NonNullable<Json>,"updated_at"?: string,"version"?: number
                  }
                  Update: {
                    "conditions"?: NonNullable<Json>,"created_at"?: string,"id"?: string,"is_active"?: boolean,"moment"?: Database["public"]['Enums']["risk_moment"],"name"?: string,"score"?: number,"slug"?: string,"translations"?: NonNullable<Json>,"updated_at"?: string,"version"?: number
                  }
                  Relationships: [
                    
                  ]
                },"screen_definitions": {
                  Row: {
                    "created_at": string,"created_by": string | null,"definition": NonNullable<Json>,"id": string,"note": string,"published_at": string | null,"published_by": string | null,"resource": string,"status": Database["public"]['Enums']["screen_status"],"updated_at": string,"updated_by": string | null,"version": number
                  }
                  ComputedFields: never
                  Insert: {
                    "created_at"?: string,"created_by"?: string | null,"definition": NonNullable<Json>,"id"?: string,"note"?: string,"published_at"?: string | null,"published_by"?: string | null,"resource": string,"status"?: Database["public"]['Enums']["screen_status"],"updated_at"?: string,"updated_by"?: string | null,"version": number
                  }
                  Update: {
                    "created_at"?: string,"created_by"?: string | null,"definition"?: NonNullable<Json>,"id"?: string,"note"?: string,"published_at"?: string | null,"published_by"?: string | null,"resource"?: string,"status"?: Database["public"]['Enums']["screen_status"],"updated_at"?: string,"updated_by"?: string | null,"version"?: number
                  }
                  Relationships: [
                    
                  ]
                },"segments": {
                  Row: {
                    "conditions": NonNullable<Json>,"created_at": string,"id": string,"is_active": boolean,"name": string,"slug": string,"translations": NonNullable<Json>,"updated_at": string
                  }
                  ComputedFields: never
                  Insert: {
                    "conditions"?: NonNullable<Json>,"created_at"?: string,"id"?: string,"is_active"?: boolean,"name": string,"slug": string,"translations"?: NonNullable<Json>,"updated_at"?: string
                  }
                  Update: {
                    "conditions"?: NonNullable<Json>,"created_at"?: string,"id"?: string,"is_active"?: boolean,"name"?: string,"slug"?: string,"translations"?: NonNullable<Json>,"updated_at"?: string
                  }
                  Relationships: [
                    
                  ]
                },"service_items": {
                  Row: {
                    "capacity_per_slot": number,"duration_minutes": number,"is_at_store": boolean,"is_on_site": boolean,"product_id": string,"required_skill": string | null,"store_id": string
                  }
                  ComputedFields: never
                  Insert: {
                    "capacity_per_slot"?: number,"duration_minutes": number,"is_at_store"?: boolean,"is_on_site"?: boolean,"product_id": string,"required_skill"?: string | null,"store_id": string
                  }
                  Update: {
                    "capacity_per_slot"?: number,"duration_minutes"?: number,"is_at_store"?: boolean,"is_on_site"?: boolean,"product_id"?: string,"required_skill"?: string | null,"store_id"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "service_items_product_id_fkey"
      columns: ["product_id"]
isOneToOne: true
      referencedRelation: "products"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "service_items_store_id_fkey"
      columns: ["store_id"]
isOneToOne: false
      referencedRelation: "stores"
      referencedColumns: ["id"]
    }
                  ]
                },"settings": {
                  Row: {
                    "description": string,"key": string,"schema": NonNullable<Json>,"updated_at": string,"value": NonNullable<Json>
                  }
                  ComputedFields: never
                  Insert: {
                    "description"?: string,"key": string,"schema"?: NonNullable<Json>,"updated_at"?: string,"value": NonNullable<Json>
                  }
                  Update: {
                    "description"?: string,"key"?: string,"schema"?: NonNullable<Json>,"updated_at"?: string,"value"?: NonNullable<Json>
                  }
                  Relationships: [
                    
                  ]
                },"settlement_lines": {
                  Row: {
                    "amount_cents": number,"ledger_entry_id": number,"order_id": string | null,"purpose": string,"statement_id": string
                  }
                  ComputedFields: never
                  Insert: {
                    "amount_cents": number,"ledger_entry_id": number,"order_id"?: string | null,"purpose": string,"statement_id": string
                  }
                  Update: {
                    "amount_cents"?: number,"ledger_entry_id"?: number,"order_id"?: string | null,"purpose"?: string,"statement_id"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "settlement_lines_ledger_entry_id_fkey"
      columns: ["ledger_entry_id"]
isOneToOne: true
      referencedRelation: "ledger_entries"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "settlement_lines_order_id_fkey"
      columns: ["order_id"]
isOneToOne: false
      referencedRelation: "orders"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "settlement_lines_statement_id_fkey"
      columns: ["statement_id"]
isOneToOne: false
      referencedRelation: "settlement_statements"
      referencedColumns: ["id"]
    }
                  ]
                },"settlement_statements": {
                  Row: {
                    "city_id": string,"created_at": string,"currency": string,"deducted_cents": number,"gross_cents": number,"id": string,"net_cents": number,"opening_cents": number,"order_count": number,"party": Database["public"]['Enums']["settlement_party"],"party_id": string,"period_on": string
                  }
                  ComputedFields: never
                  Insert: {
                    "city_id": string,"created_at"?: string,"currency": string,"deducted_cents": number,"gross_cents": number,"id"?: string,"net_cents": number,"opening_cents"?: number,"order_count": number,"party": Database["public"]['Enums']["settlement_party"],"party_id": string,"period_on": string
                  }
                  Update: {
                    "city_id"?: string,"created_at"?: string,"currency"?: string,"deducted_cents"?: number,"gross_cents"?: number,"id"?: string,"net_cents"?: number,"opening_cents"?: number,"order_count"?: number,"party"?: Database["public"]['Enums']["settlement_party"],"party_id"?: string,"period_on"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "settlement_statements_city_id_fkey"
      columns: ["city_id"]
isOneToOne: false
      referencedRelation: "cities"
      referencedColumns: ["id"]
    }
                  ]
                },"slot_capacities": {
                  Row: {
                    "capacity_count": number,"ends_at": string,"fulfillment_type": Database["public"]['Enums']["fulfillment_type"],"id": string,"slot_minutes": number,"starts_at": string,"store_id": string | null,"weekdays": (number)[],"zone_id": string | null
                  }
                  ComputedFields: never
                  Insert: {
                    "capacity_count": number,"ends_at"?: string,"fulfillment_type": Database["public"]['Enums']["fulfillment_type"],"id"?: string,"slot_minutes"?: number,"starts_at"?: string,"store_id"?: string | null,"weekdays"?: (number)[],"zone_id"?: string | null
                  }
                  Update: {
                    "capacity_count"?: number,"ends_at"?: string,"fulfillment_type"?: Database["public"]['Enums']["fulfillment_type"],"id"?: string,"slot_minutes"?: number,"starts_at"?: string,"store_id"?: string | null,"weekdays"?: (number)[],"zone_id"?: string | null
                  }
                  Relationships: [
                    {
      foreignKeyName: "slot_capacities_store_id_fkey"
      columns: ["store_id"]
isOneToOne: false
      referencedRelation: "stores"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "slot_capacities_zone_id_fkey"
      columns: ["zone_id"]
isOneToOne: false
      referencedRelation: "zones"
      referencedColumns: ["id"]
    }
                  ]
                },"stock_items": {
                  Row: {
                    "daily_count": number | null,"id": string,"low_stock_count": number | null,"modifier_id": string | null,"on_hand_count": number,"product_id": string | null,"reserved_count": number,"restock_at": string | null,"store_id": string,"updated_at": string,"variant_id": string | null
                  }
                  ComputedFields: never
                  Insert: {
                    "daily_count"?: number | null,"id": string,"low_stock_count"?: number | null,"modifier_id"?: string | null,"on_hand_count": number,"product_id"?: string | null,"reserved_count"?: number,"restock_at"?: string | null,"store_id": string,"updated_at"?: string,"variant_id"?: string | null
                  }
                  Update: {
                    "daily_count"?: number | null,"id"?: string,"low_stock_count"?: number | null,"modifier_id"?: string | null,"on_hand_count"?: number,"product_id"?: string | null,"reserved_count"?: number,"restock_at"?: string | null,"store_id"?: string,"updated_at"?: string,"variant_id"?: string | null
                  }
                  Relationships: [
                    {
      foreignKeyName: "stock_items_modifier_id_fkey"
      columns: ["modifier_id"]
isOneToOne: true
      referencedRelation: "modifiers"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "stock_items_product_id_fkey"
      columns: ["product_id"]
isOneToOne: true
      referencedRelation: "products"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "stock_items_store_id_fkey"
      columns: ["store_id"]
isOneToOne: false
      referencedRelation: "stores"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "stock_items_variant_id_fkey"
      columns: ["variant_id"]
isOneToOne: true
      referencedRelation: "product_variants"
      referencedColumns: ["id"]
    }
                  ]
                },"stock_movements": {
                  Row: {
                    "actor_id": string | null,"change_count": number,"created_at": string,"id": number,"kind": string,"on_hand_count": number,"order_id": string | null,"reason": string,"stock_item_id": string,"store_id": string
                  }
                  ComputedFields: never
                  Insert: {
                    "actor_id"?: string | null,"change_count": number,"created_at"?: string,"id"?: never,"kind": string,"on_hand_count": number,"order_id"?: string | null,"reason"?: string,"stock_item_id": string,"store_id": string
                  }
                  Update: {
                    "actor_id"?: string | null,"change_count"?: number,"created_at"?: string,"id"?: never,"kind"?: string,"on_hand_count"?: number,"order_id"?: string | null,"reason"?: string,"stock_item_id"?: string,"store_id"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "stock_movements_store_id_fkey"
      columns: ["store_id"]
isOneToOne: false
      referencedRelation: "stores"
      referencedColumns: ["id"]
    }
                  ]
                },"stock_reservations": {
                  Row: {
                    "created_at": string,"order_id": string,"order_item_id": string,"quantity": number,"stock_item_id": string
                  }
                  ComputedFields: never
                  Insert: {
                    "created_at"?: string,"order_id": string,"order_item_id": string,"quantity": number,"stock_item_id": string
                  }
                  Update: {
                    "created_at"?: string,"order_id"?: string,"order_item_id"?: string,"quantity"?: number,"stock_item_id"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "stock_reservations_order_id_fkey"
      columns: ["order_id"]
isOneToOne: false
      referencedRelation: "orders"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "stock_reservations_order_item_id_fkey"
      columns: ["order_item_id"]
isOneToOne: false
      referencedRelation: "order_items"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "stock_reservations_stock_item_id_fkey"
      columns: ["stock_item_id"]
isOneToOne: false
      referencedRelation: "stock_items"
      referencedColumns: ["id"]
    }
                  ]
                },"store_hour_exceptions": {
                  Row: {
                    "closes_at": string | null,"id": string,"on_date": string,"opens_at": string | null,"store_id": string
                  }
                  ComputedFields: never
                  Insert: {
                    "closes_at"?: string | null,"id"?: string,"on_date": string,"opens_at"?: string | null,"store_id": string
                  }
                  Update: {
                    "closes_at"?: string | null,"id"?: string,"on_date"?: string,"opens_at"?: string | null,"store_id"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "store_hour_exceptions_store_id_fkey"
      columns: ["store_id"]
isOneToOne: false
      referencedRelation: "stores"
      referencedColumns: ["id"]
    }
                  ]
                },"store_hours": {
                  Row: {
                    "closes_at": string,"id": string,"opens_at": string,"store_id": string,"weekday": number
                  }
                  ComputedFields: never
                  Insert: {
                    "closes_at": string,"id"?: string,"opens_at": string,"store_id": string,"weekday": number
                  }
                  Update: {
                    "closes_at"?: string,"id"?: string,"opens_at"?: string,"store_id"?: string,"weekday"?: number
                  }
                  Relationships: [
                    {
      foreignKeyName: "store_hours_store_id_fkey"
      columns: ["store_id"]
isOneToOne: false
      referencedRelation: "stores"
      referencedColumns: ["id"]
    }
                  ]
                },"store_printers": {
                  Row: {
                    "copy_count": number,"is_auto": boolean,"locale": string,"paper_mm": number,"store_id": string,"updated_at": string
                  }
                  ComputedFields: never
                  Insert: {
                    "copy_count"?: number,"is_auto"?: boolean,"locale"?: string,"paper_mm"?: number,"store_id": string,"updated_at"?: string
                  }
                  Update: {
                    "copy_count"?: number,"is_auto"?: boolean,"locale"?: string,"paper_mm"?: number,"store_id"?: string,"updated_at"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "store_printers_store_id_fkey"
      columns: ["store_id"]
isOneToOne: true
      referencedRelation: "stores"
      referencedColumns: ["id"]
    }
                  ]
                },"stores": {
                  Row: {
                    "category_id": string,"city_id": string,"closed_until": string | null,"created_at": string,"delivery_area": unknown,"description": string,"id": string,"image_path": string | null,"is_published": boolean,"is_rush_delivery_paused": boolean,"lat": number,"location": unknown,"lon": number,"merchant_id": string,"minimum_order_cents": number,"monthly_sales_count": number,"name": string,"packaging_fee_cents": number,"phone": string,"preparation_minutes": number,"rating_average": number | null,"rating_count": number,"rush_extra_minutes": number,"rush_until": string | null,"schedule_days_ahead": number,"schedule_lead_minutes": number,"slot_minutes": number,"street": string,"timezone": string | null,"translations": NonNullable<Json>,"updated_at": string
                  }
                  ComputedFields: never
                  Insert: {
                    "category_id": string,"city_id": string,"closed_until"?: string | null,"created_at"?: string,"delivery_area"?: unknown,"description"?: string,"id"?: string,"image_path"?: string | null,"is_published"?: boolean,"is_rush_delivery_paused"?: boolean,"lat": number,"location"?: never,"lon": number,"merchant_id": string,"minimum_order_cents"?: number,"monthly_sales_count"?: number,"name": string,"packaging_fee_cents"?: number,"phone"?: string,"preparation_minutes"?: number,"rating_average"?: number | null,"rating_count"?: number,"rush_extra_minutes"?: number,"rush_until"?: string | null,"schedule_days_ahead"?: number,"schedule_lead_minutes"?: number,"slot_minutes"?: number,"street"?: string,"timezone"?: string | null,"translations"?: NonNullable<Json>,"updated_at"?: string
                  }
                  Update: {
                    "category_id"?: string,"city_id"?: string,"closed_until"?: string | null,"created_at"?: string,"delivery_area"?: unknown,"description"?: string,"id"?: string,"image_path"?: string | null,"is_published"?: boolean,"is_rush_delivery_paused"?: boolean,"lat"?: number,"location"?: never,"lon"?: number,"merchant_id"?: string,"minimum_order_cents"?: number,"monthly_sales_count"?: number,"name"?: string,"packaging_fee_cents"?: number,"phone"?: string,"preparation_minutes"?: number,"rating_average"?: number | null,"rating_count"?: number,"rush_extra_minutes"?: number,"rush_until"?: string | null,"schedule_days_ahead"?: number,"schedule_lead_minutes"?: number,"slot_minutes"?: number,"street"?: string,"timezone"?: string | null,"translations"?: NonNullable<Json>,"updated_at"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "stores_category_id_fkey"
      columns: ["category_id"]
isOneToOne: false
      referencedRelation: "categories"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "stores_city_id_fkey"
      columns: ["city_id"]
isOneToOne: false
      referencedRelation: "cities"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "stores_merchant_id_fkey"
      columns: ["merchant_id"]
isOneToOne: false
      referencedRelation: "merchants"
      referencedColumns: ["id"]
    }
                  ]
                },"tax_lines": {
                  Row: {
                    "amount_cents": number,"line_numbers": (number)[],"order_id": string,"tax_bps": number
                  }
                  ComputedFields: never
                  Insert: {
                    "amount_cents": number,"line_numbers": (number)[],"order_id": string,"tax_bps": number
                  }
                  Update: {
                    "amount_cents"?: number,"line_numbers"?: (number)[],"order_id"?: string,"tax_bps"?: number
                  }
                  Relationships: [
                    {
      foreignKeyName: "tax_lines_order_id_fkey"
      columns: ["order_id"]
isOneToOne: false
      referencedRelation: "orders"
      referencedColumns: ["id"]
    }
                  ]
                },"ticket_events": {
                  Row: {
                    "actor": Database["public"]['Enums']["actor_role"],"actor_id": string | null,"command": string,"created_at": string,"detail": NonNullable<Json>,"from_status": Database["public"]['Enums']["ticket_status"],"id": number,"ticket_id": string,"to_status": Database["public"]['Enums']["ticket_status"]
                  }
                  ComputedFields: never
                  Insert: {
                    "actor": Database["public"]['Enums']["actor_role"],"actor_id"?: string | null,"command": string,"created_at"?: string,"detail"?: NonNullable<Json>,"from_status": Database["public"]['Enums']["ticket_status"],"id"?: never,"ticket_id": string,"to_status": Database["public"]['Enums']["ticket_status"]
                  }
                  Update: {
                    "actor"?: Database["public"]['Enums']["actor_role"],"actor_id"?: string | null,"command"?: string,"created_at"?: string,"detail"?: NonNullable<Json>,"from_status"?: Database["public"]['Enums']["ticket_status"],"id"?: never,"ticket_id"?: string,"to_status"?: Database["public"]['Enums']["ticket_status"]
                  }
                  Relationships: [
                    {
      foreignKeyName: "ticket_events_ticket_id_fkey"
      columns: ["ticket_id"]
isOneToOne: false
      referencedRelation: "tickets"
      referencedColumns: ["id"]
    }
                  ]
                },"ticket_messages": {
                  Row: {
                    "attachments": (string)[],"author_id": string | null,"author_role": Database["public"]['Enums']["actor_role"],"body": string,"created_at": string,"id": string,"is_internal": boolean,"ticket_id": string
                  }
                  ComputedFields: never
                  Insert: {
                    "attachments"?: (string)[],"author_id"?: string | null,"author_role": Database["public"]['Enums']["actor_role"],"body"?: string,"created_at"?: string,"id"?: string,"is_internal"?: boolean,"ticket_id": string
                  }
                  Update: {
                    "attachments"?: (string)[],"author_id"?: string | null,"author_role"?: Database["public"]['Enums']["actor_role"],"body"?: string,"created_at"?: string,"id"?: string,"is_internal"?: boolean,"ticket_id"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "ticket_messages_ticket_id_fkey"
      columns: ["ticket_id"]
isOneToOne: false
      referencedRelation: "tickets"
      referencedColumns: ["id"]
    }
                  ]
                },"ticket_transitions": {
                  Row: {
                    "actor": Database["public"]['Enums']["actor_role"],"command": string,"from_status": Database["public"]['Enums']["ticket_status"],"to_status": Database["public"]['Enums']["ticket_status"]
                  }
                  ComputedFields: never
                  Insert: {
                    "actor": Database["public"]['Enums']["actor_role"],"command": string,"from_status": Database["public"]['Enums']["ticket_status"],"to_status": Database["public"]['Enums']["ticket_status"]
                  }
                  Update: {
                    "actor"?: Database["public"]['Enums']["actor_role"],"command"?: string,"from_status"?: Database["public"]['Enums']["ticket_status"],"to_status"?: Database["public"]['Enums']["ticket_status"]
                  }
                  Relationships: [
                    
                  ]
                },"tickets": {
                  Row: {
                    "assignee_id": string | null,"auto_close_at": string | null,"city_id": string | null,"closed_at": string | null,"created_at": string,"due_at": string | null,"first_responded_at": string | null,"first_response_due_at": string,"id": string,"number": number,"opened_as": Database["public"]['Enums']["actor_role"],"opened_by": string,"order_id": string | null,"priority": Database["public"]['Enums']["ticket_priority"],"rated_at": string | null,"rating": number | null,"rating_note": string,"refund_request_id": string | null,"resolution": string,"resolution_due_at": string,"resolved_at": string | null,"status": Database["public"]['Enums']["ticket_status"],"store_asked_at": string | null,"store_id": string | null,"subject_code": string,"updated_at": string
                  }
                  ComputedFields: never
                  Insert: {
                    "assignee_id"?: string | null,"auto_close_at"?: string | null,"city_id"?: string | null,"closed_at"?: string | null,"created_at"?: string,"due_at"?: string | null,"first_responded_at"?: string | null,"first_response_due_at": string,"id"?: string,"number"?: never,"opened_as": Database["public"]['Enums']["actor_role"],"opened_by": string,"order_id"?: string | null,"priority"?: Database["public"]['Enums']["ticket_priority"],"rated_at"?: string | null,"rating"?: number | null,"rating_note"?: string,"refund_request_id"?: string | null,"resolution"?: string,"resolution_due_at": string,"resolved_at"?: string | null,"status"?: Database["public"]['Enums']["ticket_status"],"store_asked_at"?: string | null,"store_id"?: string | null,"subject_code": string,"updated_at"?: string
                  }
                  Update: {
                    "assignee_id"?: string | null,"auto_close_at"?: string | null,"city_id"?: string | null,"closed_at"?: string | null,"created_at"?: string,"due_at"?: string | null,"first_responded_at"?: string | null,"first_response_due_at"?: string,"id"?: string,"number"?: never,"opened_as"?: Database["public"]['Enums']["actor_role"],"opened_by"?: string,"order_id"?: string | null,"priority"?: Database["public"]['Enums']["ticket_priority"],"rated_at"?: string | null,"rating"?: number | null,"rating_note"?: string,"refund_request_id"?: string | null,"resolution"?: string,"resolution_due_at"?: string,"resolved_at"?: string | null,"status"?: Database["public"]['Enums']["ticket_status"],"store_asked_at"?: string | null,"store_id"?: string | null,"subject_code"?: string,"updated_at"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "tickets_assignee_id_fkey"
      columns: ["assignee_id"]
isOneToOne: false
      referencedRelation: "ops_members"
      referencedColumns: ["user_id"]
    },{
      foreignKeyName: "tickets_city_id_fkey"
      columns: ["city_id"]
isOneToOne: false
      referencedRelation: "cities"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "tickets_order_id_fkey"
      columns: ["order_id"]
isOneToOne: false
      referencedRelation: "orders"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "tickets_refund_request_id_fkey"
      columns: ["refund_request_id"]
isOneToOne: false
      referencedRelation: "refund_requests"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "tickets_store_id_fkey"
      columns: ["store_id"]
isOneToOne: false
      referencedRelation: "stores"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "tickets_subject_code_fkey"
      columns: ["subject_code"]
isOneToOne: false
      referencedRelation: "reason_codes"
      referencedColumns: ["code"]
    }
                  ]
                },"voucher_events": {
                  Row: {
                    "actor": Database["public"]['Enums']["actor_role"],"actor_id": string | null,"command": string,"created_at": string,"detail": NonNullable<Json>,"from_status": Database["public"]['Enums']["voucher_status"],"id": number,"to_status": Database["public"]['Enums']["voucher_status"],"voucher_id": string
                  }
                  ComputedFields: never
                  Insert: {
                    "actor": Database["public"]['Enums']["actor_role"],"actor_id"?: string | null,"command": string,"created_at"?: string,"detail"?: NonNullable<Json>,"from_status": Database["public"]['Enums']["voucher_status"],"id"?: never,"to_status": Database["public"]['Enums']["voucher_status"],"voucher_id": string
                  }
                  Update: {
                    "actor"?: Database["public"]['Enums']["actor_role"],"actor_id"?: string | null,"command"?: string,"created_at"?: string,"detail"?: NonNullable<Json>,"from_status"?: Database["public"]['Enums']["voucher_status"],"id"?: never,"to_status"?: Database["public"]['Enums']["voucher_status"],"voucher_id"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "voucher_events_voucher_id_fkey"
      columns: ["voucher_id"]
isOneToOne: false
      referencedRelation: "vouchers"
      referencedColumns: ["id"]
    }
                  ]
                },"voucher_products": {
                  Row: {
                    "face_value_cents": number,"product_id": string,"store_id": string,"terms": string,"use_count": number,"valid_days": number
                  }
                  ComputedFields: never
                  Insert: {
                    "face_value_cents": number,"product_id": string,"store_id": string,"terms"?: string,"use_count"?: number,"valid_days": number
                  }
                  Update: {
                    "face_value_cents"?: number,"product_id"?: string,"store_id"?: string,"terms"?: string,"use_count"?: number,"valid_days"?: number
                  }
                  Relationships: [
                    {
      foreignKeyName: "voucher_products_product_id_fkey"
      columns: ["product_id"]
isOneToOne: true
      referencedRelation: "products"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "voucher_products_store_id_fkey"
      columns: ["store_id"]
isOneToOne: false
      referencedRelation: "stores"
      referencedColumns: ["id"]
    }
                  ]
                },"voucher_transitions": {
                  Row: {
                    "actor": Database["public"]['Enums']["actor_role"],"command": string,"from_status": Database["public"]['Enums']["voucher_status"],"to_status": Database["public"]['Enums']["voucher_status"]
                  }
                  ComputedFields: never
                  Insert: {
                    "actor": Database["public"]['Enums']["actor_role"],"command": string,"from_status": Database["public"]['Enums']["voucher_status"],"to_status": Database["public"]['Enums']["voucher_status"]
                  }
                  Update: {
                    "actor"?: Database["public"]['Enums']["actor_role"],"command"?: string,"from_status"?: Database["public"]['Enums']["voucher_status"],"to_status"?: Database["public"]['Enums']["voucher_status"]
                  }
                  Relationships: [
                    
                  ]
                },"vouchers": {
                  Row: {
                    "amount_cents": number,"code": string,"code_hint": string,"created_at": string,"customer_id": string,"expires_at": string,"id": string,"order_id": string,"order_item_id": string,"redeemed_at": string | null,"redeemed_by_id": string | null,"status": Database["public"]['Enums']["voucher_status"],"store_id": string,"updated_at": string
                  }
                  ComputedFields: never
                  Insert: {
                    "amount_cents": number,"code": string,"code_hint"?: never,"created_at"?: string,"customer_id": string,"expires_at": string,"id"?: string,"order_id": string,"order_item_id": string,"redeemed_at"?: string | null,"redeemed_by_id"?: string | null,"status"?: Database["public"]['Enums']["voucher_status"],"store_id": string,"updated_at"?: string
                  }
                  Update: {
                    "amount_cents"?: number,"code"?: string,"code_hint"?: never,"created_at"?: string,"customer_id"?: string,"expires_at"?: string,"id"?: string,"order_id"?: string,"order_item_id"?: string,"redeemed_at"?: string | null,"redeemed_by_id"?: string | null,"status"?: Database["public"]['Enums']["voucher_status"],"store_id"?: string,"updated_at"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "vouchers_order_id_fkey"
      columns: ["order_id"]
isOneToOne: false
      referencedRelation: "orders"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "vouchers_order_item_id_fkey"
      columns: ["order_item_id"]
isOneToOne: false
      referencedRelation: "order_items"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "vouchers_store_id_fkey"
      columns: ["store_id"]
isOneToOne: false
      referencedRelation: "stores"
      referencedColumns: ["id"]
    }
                  ]
                },"workflow_failures": {
                  Row: {
                    "created_at": string,"execution": string,"id": number,"message": string,"workflow": string
                  }
                  ComputedFields: never
                  Insert: {
                    "created_at"?: string,"execution": string,"id"?: never,"message": string,"workflow": string
                  }
                  Update: {
                    "created_at"?: string,"execution"?: string,"id"?: never,"message"?: string,"workflow"?: string
                  }
                  Relationships: [
                    
                  ]
                },"zones": {
                  Row: {
                    "area": unknown,"city_id": string,"id": string,"is_active": boolean,"max_in_hand": number,"name": string,"offer_timeout_seconds": number,"radius_meters": number,"rider_base_pay_cents": number,"rider_pay_per_km_cents": number,"translations": NonNullable<Json>
                  }
                  ComputedFields: never
                  Insert: {
                    "area": unknown,"city_id": string,"id"?: string,"is_active"?: boolean,"max_in_hand"?: number,"name": string,"offer_timeout_seconds"?: number,"radius_meters"?: number,"rider_base_pay_cents"?: number,"rider_pay_per_km_cents"?: number,"translations"?: NonNullable<Json>
                  }
                  Update: {
                    "area"?: unknown,"city_id"?: string,"id"?: string,"is_active"?: boolean,"max_in_hand"?: number,"name"?: string,"offer_timeout_seconds"?: number,"radius_meters"?: number,"rider_base_pay_cents"?: number,"rider_pay_per_km_cents"?: number,"translations"?: NonNullable<Json>
                  }
                  Relationships: [
                    {
      foreignKeyName: "zones_city_id_fkey"
      columns: ["city_id"]
isOneToOne: false
      referencedRelation: "cities"
      referencedColumns: ["id"]
    }
                  ]
                }
          }
          Views: {
            [_ in never]: never
          }
          Functions: {
            "accept_offer":
{ Args: { "p_idempotency_key": string,"p_offer_id": string }; Returns: Json
                           },
"accept_order":
{ Args: { "p_idempotency_key": string,"p_order_id": string,"p_preparation_minutes"?: number }; Returns: Json
                           },
"add_customer_note":
{ Args: { "p_body": string,"p_customer_id": string,"p_idempotency_key": string }; Returns: Json
                           },
"adjust_delivery":
{ Args: { "p_delivery_id": string,"p_idempotency_key": string,"p_promise_minutes": number,"p_ready_minutes": number }; Returns: Json
                           },
"adjust_stock":
{ Args: { "p_change_count": number,"p_idempotency_key": string,"p_reason": string,"p_subject_id": string }; Returns: Json
                           },
"answer_order_request":
{ Args: { "p_idempotency_key": string,"p_is_accepted": boolean,"p_request_id": string }; Returns: Json
                           },
"answer_refund":
{ Args: { "p_idempotency_key": string,"p_is_approved": boolean,"p_note"?: string,"p_refund_id": string }; Returns: Json
                           },
"appeal_penalty":
{ Args: { "p_appeal": string,"p_idempotency_key": string,"p_penalty_id": string }; Returns: Json
                           },
"apply_to_sell":
{ Args: { "p_category_id": string,"p_city_id": string,"p_contact_phone": string,"p_idempotency_key": string,"p_lat": number,"p_legal_name": string,"p_licenses": Json,"p_lon": number,"p_merchant_id"?: string,"p_merchant_name": string,"p_store_name": string,"p_street": string }; Returns: Json
                           },
"approve_application":
{ Args: { "p_application_id": string,"p_idempotency_key": string }; Returns: Json
                           },
"approve_payout":
{ Args: { "p_idempotency_key": string,"p_method"?: Database["public"]['Enums']["payout_method"],"p_payout_id": string }; Returns: Json
                           },
"arrive_at_customer":
{ Args: { "p_client_at"?: string,"p_delivery_id": string,"p_idempotency_key": string }; Returns: Json
                           },
"arrive_at_store":
{ Args: { "p_client_at"?: string,"p_delivery_id": string,"p_idempotency_key": string }; Returns: Json
                           },
"ask_store":
{ Args: { "p_body": string,"p_idempotency_key": string,"p_ticket_id": string }; Returns: Json
                           },
"assign_booking":
{ Args: { "p_order_id": string,"p_worker_id": string }; Returns: Json
                           },
"assign_delivery":
{ Args: { "p_delivery_id": string,"p_idempotency_key": string,"p_rider_id": string }; Returns: Json
                           },
"assign_ticket":
{ Args: { "p_assignee_id"?: string,"p_idempotency_key": string,"p_ticket_id": string }; Returns: Json
                           },
"begin_dispatch_tick":
{ Args: { "p_is_routed"?: boolean,"p_zone_id": string }; Returns: Json
                           },
"block_subject":
{ Args: { "p_idempotency_key": string,"p_reason": string,"p_refuses": (Database["public"]['Enums']["block_action"])[],"p_subject": Database["public"]['Enums']["block_subject"],"p_subject_id": string,"p_until": string }; Returns: Json
                           },
"book_shift":
{ Args: { "p_idempotency_key": string,"p_slot_id": string }; Returns: Json
                           },
"cancel_order":
{ Args: { "p_idempotency_key": string,"p_liable_party"?: Database["public"]['Enums']["liable_party"],"p_order_id": string,"p_reason_code": string }; Returns: Json
                           },
"cancel_payout":
{ Args: { "p_idempotency_key": string,"p_payout_id": string }; Returns: Json
                           },
"check_screen":
{ Args: { "p_definition": Json }; Returns: Json
                           },
"check_serviceability":
{ Args: { "p_at"?: string,"p_fulfillment_type"?: Database["public"]['Enums']["fulfillment_type"],"p_lat"?: number,"p_lon"?: number,"p_order_id"?: string,"p_store_id": string,"p_subtotal_cents"?: number }; Returns: Json
                           },
"claim_coupon":
{ Args: { "p_idempotency_key": string,"p_promotion_id": string }; Returns: Json
                           },
"claim_outbox_messages":
{ Args: { "p_lease_seconds"?: number,"p_limit"?: number }; Returns: {
              "attempts": number,"id": string,"kind": string,"payload": Json
            }[]
                           },
"claim_payouts":
{ Args: { "p_limit"?: number }; Returns: {
              "account_number": string,"amount_cents": number,"attempt_count": number,"bank_name": string,"currency": string,"holder_name": string,"out_payout_no": string,"party": Database["public"]['Enums']["settlement_party"],"payout_id": string
            }[]
                           },
"claim_print_jobs":
{ Args: { "p_limit"?: number,"p_store_id": string }; Returns: Json
                           },
"claim_refunds":
{ Args: { "p_limit"?: number }; Returns: {
              "amount_cents": number,"currency": string,"out_refund_no": string,"out_trade_no": string,"payment_id": string,"provider": Database["public"]['Enums']["payment_provider"],"reason": string,"refund_id": string,"total_cents": number
            }[]
                           },
"close_store_temporarily":
{ Args: { "p_store_id": string,"p_until": string }; Returns: Json
                           },
"close_ticket":
{ Args: { "p_idempotency_key": string,"p_ticket_id": string }; Returns: Json
                           },
"collect_order":
{ Args: { "p_idempotency_key": string,"p_order_id": string,"p_pickup_code": string }; Returns: Json
                           },
"commit_dispatch_tick":
{ Args: { "p_plan": Json,"p_tick_id": string }; Returns: Json
                           },
"complete_service":
{ Args: { "p_idempotency_key": string,"p_order_id": string }; Returns: Json
                           },
"create_custom_resource":
{ Args: { "p_columns": Json,"p_comment"?: string,"p_labels"?: Json,"p_name": string,"p_template": Database["public"]['Enums']["resource_template"] }; Returns: Json
                           },
"create_payment":
{ Args: { "p_order_id": string,"p_provider": Database["public"]['Enums']["payment_provider"] }; Returns: Json
                           },
"create_top_up":
{ Args: { "p_amount_cents": number,"p_currency"?: string,"p_idempotency_key": string,"p_provider": Database["public"]['Enums']["payment_provider"] }; Returns: Json
                           },
"decide_refund":
{ Args: { "p_amount_cents": number,"p_idempotency_key": string,"p_liable_party"?: Database["public"]['Enums']["liable_party"],"p_note"?: string,"p_refund_id": string }; Returns: Json
                           },
"decide_risk_case":
{ Args: { "p_block_days"?: number,"p_case_id": string,"p_decision": Database["public"]['Enums']["risk_decision"],"p_idempotency_key": string,"p_note": string,"p_refuses"?: (Database["public"]['Enums']["block_action"])[] }; Returns: Json
                           },
"decline_invoice":
{ Args: { "p_idempotency_key": string,"p_invoice_id": string,"p_reason": string }; Returns: Json
                           },
"decline_offer":
{ Args: { "p_offer_id": string,"p_reason_code"?: string }; Returns: undefined
                           },
"delay_order":
{ Args: { "p_idempotency_key": string,"p_minutes": number,"p_order_id": string }; Returns: Json
                           },
"deliver_delivery":
{ Args: { "p_client_at"?: string,"p_delivery_id": string,"p_idempotency_key": string,"p_proof"?: Json }; Returns: Json
                           },
"deliver_notification":
{ Args: { "p_message_id": string }; Returns: undefined
                           },
"describe_promotion_facts":
{ Args: Record<PropertyKey, never>; Returns: Json
                           },
"describe_resources":
{ Args: { "p_known_version"?: string }; Returns: Json
                           },
"describe_risk_facts":
{ Args: { "p_moment": Database["public"]['Enums']["risk_moment"] }; Returns: Json
                           },
"describe_role_rights":
{ Args: Record<PropertyKey, never>; Returns: Json
                           },
"diff_screens":
{ Args: { "p_after": Json,"p_before": Json }; Returns: Json
                           },
"discard_screen_draft":
{ Args: { "p_resource": string }; Returns: undefined
                           },
"drop_custom_resource":
{ Args: { "p_name": string }; Returns: undefined
                           },
"end_incident_mode":
{ Args: { "p_mode_id": string }; Returns: undefined
                           },
"end_promotion":
{ Args: { "p_idempotency_key": string,"p_promotion_id": string }; Returns: Json
                           },
"end_rate_card":
{ Args: { "p_rate_card_id": string }; Returns: Json
                           },
"escalate_refund":
{ Args: { "p_idempotency_key": string,"p_note"?: string,"p_refund_id": string }; Returns: Json
                           },
"exchange_points":
{ Args: { "p_idempotency_key": string,"p_promotion_id": string }; Returns: Json
                           },
"export_menu":
{ Args: { "p_format"?: string,"p_store_id": string }; Returns: string
                           },
"fail_payout":
{ Args: { "p_idempotency_key": string,"p_payout_id": string,"p_reason": string }; Returns: Json
                           },
"find_route":
{ Args: { "p_city_id": string,"p_from_lat": number,"p_from_lon": number,"p_to_lat": number,"p_to_lon": number }; Returns: Json
                           },
"find_stores":
{ Args: { "p_after"?: string,"p_category_slug"?: string,"p_city_id"?: string,"p_lat": number,"p_limit"?: number,"p_lon": number,"p_query"?: string,"p_sort"?: string }; Returns: {
              "category_slug": string,"city_id": string,"currency": string,"delivery_fee_cents": number,"distance_meters": number,"estimated_minutes": number,"id": string,"image_path": string,"is_deliverable": boolean,"is_open": boolean,"lat": number,"lon": number,"minimum_order_cents": number,"monthly_sales_count": number,"name": string,"page_cursor": string,"preparation_minutes": number,"promotions": Json,"rating_average": number,"rating_count": number,"translations": Json
            }[]
                           },
"find_subjects":
{ Args: { "p_query": string,"p_subject": Database["public"]['Enums']["block_subject"] }; Returns: Json
                           },
"find_voucher":
{ Args: { "p_code": string,"p_store_id": string }; Returns: Json
                           },
"finish_outbox_message":
{ Args: { "p_error"?: string,"p_id": string }; Returns: undefined
                           },
"finish_print_job":
{ Args: { "p_failure"?: string,"p_is_printed": boolean,"p_print_job_id": string }; Returns: Json
                           },
"get_category_schema":
{ Args: { "p_category_id": string }; Returns: Json
                           },
"get_customer_page":
{ Args: { "p_customer_id": string }; Returns: Json
                           },
"get_dispatch_tick":
{ Args: { "p_tick_id": string }; Returns: Json
                           },
"get_eta_calibration":
{ Args: { "p_city_id": string,"p_from": string,"p_to": string }; Returns: Json
                           },
"get_eta_calibration_days":
{ Args: { "p_city_id": string,"p_from": string,"p_to": string }; Returns: Json
                           },
"get_home_content":
{ Args: { "p_city_id": string,"p_place"?: Database["public"]['Enums']["content_place"] }; Returns: Json
                           },
"get_invoice":
{ Args: { "p_invoice_id": string }; Returns: Json
                           },
"get_kpis":
{ Args: { "p_at"?: string,"p_category_id"?: string,"p_city_id": string,"p_zone_id"?: string }; Returns: Json
                           },
"get_money_flow":
{ Args: { "p_city_id": string,"p_from": string,"p_to": string }; Returns: {
              "commission_cents": number,"delivery_cents": number,"merchant_discount_cents": number,"on_date": string,"paid_cents": number,"payout_cents": number,"platform_discount_cents": number,"refunded_cents": number,"rider_cents": number
            }[]
                           },
"get_my_membership":
{ Args: Record<PropertyKey, never>; Returns: Json
                           },
"get_my_roles":
{ Args: Record<PropertyKey, never>; Returns: Json
                           },
"get_my_shifts":
{ Args: Record<PropertyKey, never>; Returns: Json
                           },
"get_ops_map":
{ Args: { "p_city_id": string }; Returns: Json
                           },
"get_order_ledger":
{ Args: { "p_order_id": string }; Returns: {
              "account": Database["public"]['Enums']["ledger_account_kind"],"amount_cents": number,"currency": string,"event_at": string,"owner_id": string,"owner_name": string,"purpose": string,"transaction_kind": string
            }[]
                           },
"get_order_page":
{ Args: { "p_order_id": string }; Returns: Json
                           },
"get_order_trail":
{ Args: { "p_order_id": string }; Returns: Json
                           },
"get_payout_balance":
{ Args: { "p_currency"?: string,"p_party": Database["public"]['Enums']["settlement_party"],"p_party_id": string }; Returns: Json
                           },
"get_promotion_report":
{ Args: { "p_from": string,"p_promotion_id": string,"p_to": string }; Returns: Json
                           },
"get_rider_home":
{ Args: Record<PropertyKey, never>; Returns: Json
                           },
"get_risk_case":
{ Args: { "p_case_id": string }; Returns: Json
                           },
"get_row_rights":
{ Args: { "p_keys": Json,"p_resource": string }; Returns: Json
                           },
"get_screen":
{ Args: { "p_resource": string }; Returns: Json
                           },
"get_store_page":
{ Args: { "p_store_id": string }; Returns: Json
                           },
"get_store_promotion_report":
{ Args: { "p_from": string,"p_store_id": string,"p_to": string }; Returns: Json
                           },
"get_store_report":
{ Args: { "p_from": string,"p_store_id": string,"p_to": string }; Returns: Json
                           },
"get_ticket_page":
{ Args: { "p_ticket_id": string }; Returns: Json
                           },
"get_wallet":
{ Args: { "p_before_id"?: number,"p_currency"?: string,"p_limit"?: number }; Returns: Json
                           },
"give_refund":
{ Args: { "p_idempotency_key": string,"p_lines": Json,"p_note": string,"p_order_id": string }; Returns: Json
                           },
"go_offline":
{ Args: Record<PropertyKey, never>; Returns: Json
                           },
"go_online":
{ Args: { "p_lat": number,"p_lon": number }; Returns: Json
                           },
"grab_delivery":
{ Args: { "p_delivery_id": string,"p_idempotency_key": string }; Returns: Json
                           },
"import_menu":
{ Args: { "p_content": string,"p_format": string,"p_is_all_or_nothing"?: boolean,"p_is_dry_run"?: boolean,"p_store_id": string }; Returns: Json
                           },
"import_provider_statement":
{ Args: { "p_on": string,"p_provider": Database["public"]['Enums']["payment_provider"],"p_rows": Json }; Returns: Json
                           },
"issue_commission_invoice":
{ Args: { "p_idempotency_key": string,"p_statement_id": string }; Returns: Json
                           },
"issue_coupons":
{ Args: { "p_code_count"?: number,"p_customer_ids"?: (string)[],"p_idempotency_key": string,"p_promotion_id": string,"p_segment"?: Json }; Returns: Json
                           },
"issue_invoice":
{ Args: { "p_file_path": string,"p_idempotency_key": string,"p_invoice_id": string,"p_number": string }; Returns: Json
                           },
"issue_penalty":
{ Args: { "p_amount_cents"?: number,"p_idempotency_key": string,"p_kind": Database["public"]['Enums']["penalty_kind"],"p_merchant_id": string,"p_note": string,"p_order_id"?: string,"p_reason_code": string,"p_store_id"?: string }; Returns: Json
                           },
"lift_block":
{ Args: { "p_block_id": string,"p_idempotency_key": string,"p_reason": string }; Returns: Json
                           },
"list_audit_log":
{ Args: { "p_before_id"?: number,"p_filters"?: Json,"p_limit"?: number }; Returns: {
              "actor_id": string,"actor_name": string,"actor_role": string,"after": Json,"at": string,"before": Json,"command": string,"id": number,"operation": string,"request_id": string,"row_key": string,"store_id": string,"table_name": string
            }[]
                           },
"list_blocks":
{ Args: { "p_before"?: string,"p_is_active"?: boolean,"p_limit"?: number,"p_subject_id"?: string }; Returns: Json
                           },
"list_customer_movements":
{ Args: { "p_before_id"?: number,"p_currency": string,"p_customer_id": string,"p_kind": Database["public"]['Enums']["ledger_account_kind"],"p_limit"?: number }; Returns: Json
                           },
"list_customer_notes":
{ Args: { "p_before_id"?: number,"p_customer_id": string,"p_limit"?: number }; Returns: Json
                           },
"list_customers":
{ Args: { "p_before"?: Json,"p_filters"?: Json,"p_limit"?: number }; Returns: Json
                           },
"list_delivery_candidates":
{ Args: { "p_delivery_id": string }; Returns: Json
                           },
"list_dispatch_zones":
{ Args: Record<PropertyKey, never>; Returns: string[]
                           },
"list_grab_pool":
{ Args: Record<PropertyKey, never>; Returns: Json
                           },
"list_my_coupons":
{ Args: { "p_delivery_fee_cents"?: number,"p_fulfillment_type"?: Database["public"]['Enums']["fulfillment_type"],"p_items"?: Json,"p_store_id"?: string }; Returns: Json
                           },
"list_my_deliveries":
{ Args: { "p_before"?: string,"p_limit"?: number }; Returns: {
              "currency": string,"delivered_at": string,"distance_meters": number,"id": string,"number": string,"order_id": string,"pay_cents": number,"store_name": string,"store_translations": Json,"tip_cents": number
            }[]
                           },
"list_ops_members":
{ Args: Record<PropertyKey, never>; Returns: {
              "account": string,"created_at": string,"display_name": string,"role": Database["public"]['Enums']["ops_role"],"user_id": string
            }[]
                           },
"list_orders":
{ Args: { "p_before"?: Json,"p_city_id"?: string,"p_customer_id"?: string,"p_from"?: string,"p_limit"?: number,"p_query"?: string,"p_statuses"?: (Database["public"]['Enums']["order_status"])[],"p_store_id"?: string,"p_to"?: string }; Returns: Json
                           },
"list_outbox_messages":
{ Args: { "p_before"?: string,"p_limit"?: number,"p_state"?: string }; Returns: {
              "attempt_count": number,"available_at": string,"created_at": string,"finished_at": string,"id": string,"kind": string,"last_error": string,"state": string,"subject": string
            }[]
                           },
"list_risk_cases":
{ Args: { "p_before"?: string,"p_is_open"?: boolean,"p_limit"?: number }; Returns: Json
                           },
"list_slots":
{ Args: { "p_fulfillment_type"?: Database["public"]['Enums']["fulfillment_type"],"p_on"?: string,"p_store_id": string }; Returns: {
              "ends_at": string,"is_available": boolean,"left_count": number,"reason": string,"starts_at": string
            }[]
                           },
"list_staff":
{ Args: { "p_merchant_id": string }; Returns: Json
                           },
"list_stale_payments":
{ Args: { "p_limit"?: number }; Returns: {
              "amount_cents": number,"created_at": string,"is_given_up": boolean,"kind": string,"out_refund_no": string,"out_trade_no": string,"payment_id": string,"provider": Database["public"]['Enums']["payment_provider"]
            }[]
                           },
"list_store_bookings":
{ Args: { "p_from": string,"p_store_id": string,"p_to": string }; Returns: Json
                           },
"list_support_staff":
{ Args: Record<PropertyKey, never>; Returns: {
              "display_name": string,"open_count": number,"role": Database["public"]['Enums']["ops_role"],"user_id": string
            }[]
                           },
"list_tickets":
{ Args: { "p_before"?: Json,"p_filters"?: Json,"p_limit"?: number,"p_sort"?: string }; Returns: Json
                           },
"list_versions":
{ Args: { "p_key": string,"p_table": string }; Returns: {
              "actor_name": string,"actor_role": string,"content": Json,"created_at": string,"version": number
            }[]
                           },
"list_voucher_redemptions":
{ Args: { "p_from": string,"p_store_id": string,"p_to": string }; Returns: Json
                           },
"map_tile":
{ Args: { "x": number,"y": number,"z": number }; Returns: unknown
                           },
"mark_no_show":
{ Args: { "p_idempotency_key": string,"p_order_id": string }; Returns: Json
                           },
"mark_order_ready":
{ Args: { "p_idempotency_key": string,"p_order_id": string }; Returns: Json
                           },
"mark_payout_paid":
{ Args: { "p_idempotency_key": string,"p_payout_id": string,"p_reference": string }; Returns: Json
                           },
"mend_application":
{ Args: { "p_application_id": string,"p_category_id": string,"p_contact_phone": string,"p_idempotency_key": string,"p_lat": number,"p_legal_name": string,"p_licenses": Json,"p_lon": number,"p_merchant_name": string,"p_store_name": string,"p_street": string }; Returns: Json
                           },
"move_category":
{ Args: { "p_category_id": string,"p_parent_id": string,"p_position"?: number }; Returns: Json
                           },
"note_ticket":
{ Args: { "p_attachments"?: (string)[],"p_body": string,"p_idempotency_key": string,"p_ticket_id": string }; Returns: Json
                           },
"open_ticket":
{ Args: { "p_attachments"?: (string)[],"p_body": string,"p_idempotency_key": string,"p_order_id"?: string,"p_refund_request_id"?: string,"p_store_id"?: string,"p_subject_code": string }; Returns: Json
                           },
"override_delivery":
{ Args: { "p_change": Json,"p_delivery_id": string,"p_idempotency_key": string }; Returns: Json
                           },
"pause_promotion":
{ Args: { "p_idempotency_key": string,"p_promotion_id": string }; Returns: Json
                           },
"pay_with_wallet":
{ Args: { "p_idempotency_key": string,"p_order_id": string }; Returns: Json
                           },
"pick_up_delivery":
{ Args: { "p_client_at"?: string,"p_delivery_id": string,"p_idempotency_key": string }; Returns: Json
                           },
"place_ad_bid":
{ Args: { "p_amount_cents": number,"p_ends_on": string,"p_idempotency_key": string,"p_slot_id": string,"p_starts_on": string,"p_store_id": string }; Returns: Json
                           },
"place_order":
{ Args: { "p_idempotency_key": string,"p_is_edit_consented"?: boolean,"p_note"?: string,"p_quote_id": string }; Returns: Json
                           },
"predict_eta":
{ Args: { "p_order_id": string }; Returns: Json
                           },
"preview_edit":
{ Args: { "p_lines": Json,"p_order_id": string }; Returns: Json
                           },
"preview_promotions":
{ Args: { "p_at"?: string,"p_choice"?: Json,"p_customer_id"?: string,"p_delivery_fee_cents"?: number,"p_draft"?: Json,"p_fulfillment_type"?: Database["public"]['Enums']["fulfillment_type"],"p_items": Json,"p_store_id": string }; Returns: Json
                           },
"preview_rate_card":
{ Args: { "p_at"?: string,"p_goods_cents"?: number,"p_lat": number,"p_lon": number,"p_reach_meters"?: number,"p_rules"?: Json,"p_store_id": string,"p_weight_grams"?: number }; Returns: Json
                           },
"preview_refund":
{ Args: { "p_amount_cents"?: number,"p_liable_party": Database["public"]['Enums']["liable_party"],"p_lines"?: Json,"p_order_id": string }; Returns: Json
                           },
"preview_rider_pay":
{ Args: { "p_at": string,"p_distance_meters": number,"p_mode"?: string,"p_zone_id": string }; Returns: Json
                           },
"preview_screen":
{ Args: { "p_definition": Json }; Returns: Json
                           },
"preview_segment":
{ Args: { "p_conditions": Json }; Returns: Json
                           },
"preview_split":
{ Args: { "p_order"?: Json,"p_plan": Json }; Returns: Json
                           },
"print_order":
{ Args: { "p_idempotency_key": string,"p_order_id": string }; Returns: Json
                           },
"prioritize_ticket":
{ Args: { "p_idempotency_key": string,"p_priority": Database["public"]['Enums']["ticket_priority"],"p_ticket_id": string }; Returns: Json
                           },
"propose_edit":
{ Args: { "p_idempotency_key": string,"p_lines": Json,"p_order_id": string }; Returns: Json
                           },
"propose_slot":
{ Args: { "p_idempotency_key": string,"p_order_id": string,"p_starts_at": string }; Returns: Json
                           },
"publish_promotion":
{ Args: { "p_idempotency_key": string,"p_promotion_id": string }; Returns: Json
                           },
"publish_screen":
{ Args: { "p_draft_id": string,"p_idempotency_key": string }; Returns: Json
                           },
"quote_order":
{ Args: { "p_address_id"?: string,"p_coupon_code"?: string,"p_coupon_ids"?: (string)[],"p_fulfillment_type"?: Database["public"]['Enums']["fulfillment_type"],"p_items": Json,"p_party"?: Json,"p_points"?: number,"p_slot_starts_at"?: string,"p_store_id": string,"p_tip_cents"?: number }; Returns: Json
                           },
"rate_ticket":
{ Args: { "p_idempotency_key": string,"p_note"?: string,"p_rating": number,"p_ticket_id": string }; Returns: Json
                           },
"record_payment_event":
{ Args: { "p_amount_cents": number,"p_event_id": string,"p_kind": string,"p_occurred_at": string,"p_out_trade_no": string,"p_payload"?: Json,"p_provider": Database["public"]['Enums']["payment_provider"],"p_transaction_id": string }; Returns: Json
                           },
"record_payout_event":
{ Args: { "p_amount_cents": number,"p_event_id": string,"p_kind": string,"p_out_payout_no": string,"p_payload"?: Json,"p_reference"?: string }; Returns: Json
                           },
"record_workflow_failure":
{ Args: { "p_execution": string,"p_message": string,"p_workflow": string }; Returns: undefined
                           },
"redeem_coupon_code":
{ Args: { "p_code": string }; Returns: Json
                           },
"redeem_voucher":
{ Args: { "p_code": string,"p_idempotency_key": string,"p_store_id": string }; Returns: Json
                           },
"refund_order":
{ Args: { "p_amount_cents"?: number,"p_idempotency_key": string,"p_liable_party": Database["public"]['Enums']["liable_party"],"p_lines"?: Json,"p_note": string,"p_order_id": string,"p_reason_code"?: string }; Returns: Json
                           },
"refund_voucher":
{ Args: { "p_idempotency_key": string,"p_voucher_id": string }; Returns: Json
                           },
"reject_application":
{ Args: { "p_application_id": string,"p_idempotency_key": string,"p_reason": string }; Returns: Json
                           },
"reject_order":
{ Args: { "p_idempotency_key": string,"p_order_id": string,"p_reason_code": string }; Returns: Json
                           },
"release_shift":
{ Args: { "p_idempotency_key": string,"p_shift_id": string }; Returns: Json
                           },
"remove_staff":
{ Args: { "p_merchant_id": string,"p_user_id": string }; Returns: undefined
                           },
"reopen_ticket":
{ Args: { "p_body": string,"p_idempotency_key": string,"p_ticket_id": string }; Returns: Json
                           },
"reorder":
{ Args: { "p_order_id": string }; Returns: Json
                           },
"reply_ticket":
{ Args: { "p_attachments"?: (string)[],"p_body": string,"p_idempotency_key": string,"p_ticket_id": string }; Returns: Json
                           },
"report_incident":
{ Args: { "p_client_at"?: string,"p_delivery_id": string,"p_idempotency_key": string,"p_note"?: string,"p_photo_path"?: string,"p_reason_code": string }; Returns: Json
                           },
"report_position":
{ Args: { "p_at"?: string,"p_heading"?: number,"p_lat": number,"p_lon": number }; Returns: undefined
                           },
"request_cancel":
{ Args: { "p_idempotency_key": string,"p_order_id": string,"p_reason_code": string }; Returns: Json
                           },
"request_invoice":
{ Args: { "p_buyer_kind": Database["public"]['Enums']["invoice_buyer"],"p_email": string,"p_idempotency_key": string,"p_order_id": string,"p_tax_number"?: string,"p_title": string }; Returns: Json
                           },
"request_payout":
{ Args: { "p_amount_cents": number,"p_currency"?: string,"p_idempotency_key": string,"p_party": Database["public"]['Enums']["settlement_party"],"p_party_id": string }; Returns: Json
                           },
"request_refund":
{ Args: { "p_idempotency_key": string,"p_lines"?: Json,"p_note"?: string,"p_order_id": string,"p_photos"?: (string)[],"p_reason_code": string }; Returns: Json
                           },
"resolve_delivery":
{ Args: { "p_delivery_id": string,"p_idempotency_key": string,"p_note"?: string,"p_reason_code"?: string,"p_resolution": string,"p_rider_id"?: string }; Returns: Json
                           },
"resolve_reconciliation_item":
{ Args: { "p_idempotency_key": string,"p_is_posted"?: boolean,"p_item_id": number,"p_note": string }; Returns: Json
                           },
"resolve_ticket":
{ Args: { "p_idempotency_key": string,"p_resolution": string,"p_ticket_id": string }; Returns: Json
                           },
"retire_custom_field":
{ Args: { "p_key": string,"p_resource": string }; Returns: undefined
                           },
"retry_outbox_message":
{ Args: { "p_message_id": string }; Returns: undefined
                           },
"return_application":
{ Args: { "p_application_id": string,"p_idempotency_key": string,"p_reason": string }; Returns: Json
                           },
"return_delivery":
{ Args: { "p_delivery_id": string,"p_idempotency_key": string }; Returns: Json
                           },
"reveal_customer_contact":
{ Args: { "p_customer_id": string,"p_reason": string }; Returns: Json
                           },
"reveal_payout_account":
{ Args: { "p_payout_id": string }; Returns: Json
                           },
"review_application":
{ Args: { "p_application_id": string,"p_idempotency_key": string }; Returns: Json
                           },
"review_license":
{ Args: { "p_idempotency_key": string,"p_is_approved": boolean,"p_license_id": string,"p_reason"?: string }; Returns: Json
                           },
"review_product":
{ Args: { "p_idempotency_key": string,"p_is_approved": boolean,"p_note"?: string,"p_product_id": string }; Returns: Json
                           },
"roll_back_screen":
{ Args: { "p_idempotency_key": string,"p_screen_id": string }; Returns: Json
                           },
"run_settlement":
{ Args: { "p_on"?: string }; Returns: Json
                           },
"save_commission_plan":
{ Args: { "p_idempotency_key": string,"p_plan": Json,"p_plan_id"?: string }; Returns: Json
                           },
"save_custom_field":
{ Args: { "p_help"?: Json,"p_is_internal"?: boolean,"p_is_required"?: boolean,"p_key": string,"p_labels"?: Json,"p_resource": string,"p_schema": Json,"p_sort_order"?: number }; Returns: Json
                           },
"save_rate_card":
{ Args: { "p_city_id": string,"p_ends_at"?: string,"p_idempotency_key": string,"p_name"?: string,"p_reach_meters": number,"p_rules": Json,"p_starts_at"?: string,"p_store_id"?: string,"p_zone_id"?: string }; Returns: Json
                           },
"save_screen_draft":
{ Args: { "p_definition": Json,"p_note"?: string,"p_resource": string,"p_seen_at"?: string }; Returns: Json
                           },
"send_test_notification":
{ Args: { "p_body": string,"p_channel": string,"p_idempotency_key": string,"p_params": Json,"p_phone"?: string,"p_template": string,"p_title": string }; Returns: Json
                           },
"set_city_condition":
{ Args: { "p_city_id": string,"p_condition": string,"p_ends_at": string,"p_source"?: string,"p_starts_at"?: string,"p_travel_factor"?: number }; Returns: Json
                           },
"set_coupon_code":
{ Args: { "p_code": string,"p_promotion_id": string }; Returns: undefined
                           },
"set_custom_values":
{ Args: { "p_resource": string,"p_row_id": string,"p_values": Json }; Returns: undefined
                           },
"set_default_address":
{ Args: { "p_address_id": string }; Returns: undefined
                           },
"set_delivery_area":
{ Args: { "p_area": Json,"p_store_id": string }; Returns: Json
                           },
"set_merchant_plan":
{ Args: { "p_merchant_id": string,"p_plan_id": string }; Returns: Json
                           },
"set_ops_member":
{ Args: { "p_account": string,"p_role"?: Database["public"]['Enums']["ops_role"] }; Returns: Json
                           },
"set_payout_account":
{ Args: { "p_account_number": string,"p_bank_name": string,"p_currency"?: string,"p_holder_name": string,"p_party": Database["public"]['Enums']["settlement_party"],"p_party_id": string }; Returns: Json
                           },
"set_rush_mode":
{ Args: { "p_extra_minutes"?: number,"p_is_delivery_paused"?: boolean,"p_store_id": string,"p_until": string }; Returns: Json
                           },
"set_staff":
{ Args: { "p_contact": string,"p_merchant_id": string,"p_role": Database["public"]['Enums']["merchant_role"],"p_store_id"?: string }; Returns: Json
                           },
"set_stock":
{ Args: { "p_on_hand_count": number,"p_subject_id": string }; Returns: Json
                           },
"set_stock_rules":
{ Args: { "p_daily_count": number,"p_low_stock_count": number,"p_subject_id": string }; Returns: Json
                           },
"simulate_promotion":
{ Args: { "p_from": string,"p_promotion": Json,"p_to": string }; Returns: Json
                           },
"simulate_risk_rule":
{ Args: { "p_conditions": Json,"p_days"?: number,"p_moment": Database["public"]['Enums']["risk_moment"] }; Returns: Json
                           },
"start_incident_mode":
{ Args: { "p_change": Json,"p_idempotency_key": string,"p_kind": string,"p_minutes": number,"p_zone_id": string }; Returns: Json
                           },
"start_preparing":
{ Args: { "p_idempotency_key": string,"p_order_id": string }; Returns: Json
                           },
"start_service":
{ Args: { "p_idempotency_key": string,"p_order_id": string }; Returns: Json
                           },
"submit_license":
{ Args: { "p_expires_on"?: string,"p_file_path": string,"p_idempotency_key": string,"p_kind": string,"p_merchant_id": string,"p_number": string,"p_store_id"?: string }; Returns: Json
                           },
"submit_product":
{ Args: { "p_idempotency_key": string,"p_product_id": string }; Returns: Json
                           },
"take_back_delivery":
{ Args: { "p_delivery_id": string,"p_idempotency_key": string,"p_is_excluded": boolean }; Returns: Json
                           },
"uphold_penalty":
{ Args: { "p_answer": string,"p_idempotency_key": string,"p_penalty_id": string }; Returns: Json
                           },
"urge_order":
{ Args: { "p_idempotency_key": string,"p_order_id": string }; Returns: Json
                           },
"used_cents":
{ Args: { "p_promotion": Omit<Database["public"]['Tables']["promotions"]['Row'], Database["public"]['Tables']["promotions"]['ComputedFields']> }; Returns: number
                           },
"void_commission_invoice":
{ Args: { "p_idempotency_key": string,"p_invoice_id": string,"p_reason": string }; Returns: Json
                           },
"void_invoice":
{ Args: { "p_idempotency_key": string,"p_invoice_id": string,"p_reason": string }; Returns: Json
                           },
"waive_breach":
{ Args: { "p_breach_id": string,"p_note": string }; Returns: undefined
                           },
"withdraw_ad_bid":
{ Args: { "p_bid_id": string,"p_idempotency_key": string }; Returns: Json
                           },
"withdraw_application":
{ Args: { "p_application_id": string,"p_idempotency_key": string }; Returns: Json
                           },
"withdraw_invoice":
{ Args: { "p_idempotency_key": string,"p_invoice_id": string }; Returns: Json
                           },
"withdraw_penalty":
{ Args: { "p_answer": string,"p_idempotency_key": string,"p_penalty_id": string }; Returns: Json
                           },
"withdraw_refund":
{ Args: { "p_idempotency_key": string,"p_refund_id": string }; Returns: Json
                           }
          }
          Enums: {
            "actor_role": "customer"|"merchant"|"rider"|"ops"|"system","application_status": "applied"|"in_review"|"returned"|"approved"|"rejected"|"withdrawn","block_action": "ordering"|"claiming"|"reviewing"|"selling"|"delivering","block_subject": "customer"|"merchant"|"rider","booking_status": "requested"|"confirmed"|"in_service"|"done"|"no_show"|"cancelled","content_place": "home_banner"|"home_tile","cost_bearer": "platform"|"merchant"|"shared","coupon_status": "issued"|"claimed"|"used"|"returned"|"expired","delivery_incident_status": "open"|"resolved","delivery_status": "unassigned"|"offered"|"assigned"|"arrived_at_store"|"picked_up"|"arrived_at_customer"|"delivered"|"failed"|"cancelled","dispatch_offer_status": "offered"|"accepted"|"declined"|"expired"|"withdrawn","fulfillment_type": "delivery"|"pickup"|"dine_in"|"on_site"|"voucher","invoice_buyer": "person"|"company","invoice_status": "requested"|"issued"|"declined"|"withdrawn"|"voided","ledger_account_kind": "psp_clearing"|"customer_wallet"|"customer_points"|"merchant_payable"|"rider_payable"|"platform_commission"|"delivery_revenue"|"promo_expense"|"refund_liability"|"tax_payable"|"cash_in_transit"|"adjustments"|"provider_fees","liable_party": "customer"|"merchant"|"rider"|"platform","license_status": "submitted"|"approved"|"rejected","merchant_role": "manager"|"order_clerk"|"courier","merchant_status": "applied"|"active"|"suspended","ops_role": "admin"|"operations"|"finance"|"support","order_request_kind": "slot"|"edit"|"cancel","order_request_status": "open"|"accepted"|"declined"|"expired","order_status": "draft"|"pending_payment"|"placed"|"accepted"|"preparing"|"ready"|"in_delivery"|"awaiting_pickup"|"in_service"|"completed"|"rejected"|"cancelled"|"expired","payment_provider": "wechat_pay"|"alipay"|"stripe"|"wallet","payment_status": "pending"|"authorized"|"captured"|"partially_refunded"|"refunded"|"failed"|"voided","payout_method": "manual"|"provider","payout_status": "pending"|"processing"|"paid"|"failed"|"cancelled","penalty_kind": "warning"|"fine","penalty_status": "issued"|"appealed"|"upheld"|"withdrawn","print_status": "queued"|"sent"|"printed"|"failed","product_kind": "goods"|"service"|"voucher","product_status": "draft"|"in_review"|"published"|"refused","promotion_kind": "item_discount"|"flash_sale"|"spend_and_save"|"coupon"|"points"|"delivery_discount","promotion_status": "draft"|"published"|"paused"|"ended","rate_rule_kind": "base"|"distance"|"amount"|"zone"|"time_window"|"weather"|"weight","reconciliation_status": "matched"|"missing_here"|"missing_there"|"amount_differs","refund_status": "requested"|"merchant_approved"|"merchant_rejected"|"escalated"|"platform_decided"|"refunding"|"refunded"|"withdrawn","resource_template": "ops_only"|"public_read"|"store_owned","rider_shift_status": "booked"|"started"|"ended"|"released"|"missed","rider_status": "offline"|"online","risk_decision": "allow"|"hold"|"block","risk_moment": "order"|"claim"|"rider","screen_status": "draft"|"published"|"archived","settlement_party": "merchant"|"rider","ticket_priority": "low"|"normal"|"high"|"urgent","ticket_status": "open"|"waiting"|"answered"|"resolved"|"closed","voucher_status": "issued"|"redeemed"|"expired"|"refunded"
          }
          CompositeTypes: {
            [_ in never]: never
          }
        }
}

type DatabaseWithoutInternals = Omit<Database, '__InternalSupabase'>

type DefaultSchema = DatabaseWithoutInternals[Extract<keyof Database, "public">]

export type Tables<
  DefaultSchemaTableNameOrOptions extends
    | keyof (DefaultSchema["Tables"] & DefaultSchema["Views"])
    | { schema: keyof DatabaseWithoutInternals },
  TableName extends DefaultSchemaTableNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals
  }
    ? keyof (DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"] &
        DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Views"])
    : never = never
> = DefaultSchemaTableNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
  ? (DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"] &
      DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Views"])[TableName] extends {
      Row: infer R
    }
    ? R
    : never
  : DefaultSchemaTableNameOrOptions extends keyof (DefaultSchema["Tables"] & DefaultSchema["Views"])
  ? (DefaultSchema["Tables"] & DefaultSchema["Views"])[DefaultSchemaTableNameOrOptions] extends {
      Row: infer R
    }
    ? R
    : never
  : never

export type TablesInsert<
  DefaultSchemaTableNameOrOptions extends
    | keyof DefaultSchema["Tables"]
    | { schema: keyof DatabaseWithoutInternals },
  TableName extends DefaultSchemaTableNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals
  }
    ? keyof DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"]
    : never = never
> = DefaultSchemaTableNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
  ? DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"][TableName] extends {
      Insert: infer I
    }
    ? I
    : never
  : DefaultSchemaTableNameOrOptions extends keyof DefaultSchema["Tables"]
  ? DefaultSchema["Tables"][DefaultSchemaTableNameOrOptions] extends {
      Insert: infer I
    }
    ? I
    : never
  : never

export type TablesUpdate<
  DefaultSchemaTableNameOrOptions extends
    | keyof DefaultSchema["Tables"]
    | { schema: keyof DatabaseWithoutInternals },
  TableName extends DefaultSchemaTableNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals
  }
    ? keyof DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"]
    : never = never
> = DefaultSchemaTableNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
  ? DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"][TableName] extends {
      Update: infer U
    }
    ? U
    : never
  : DefaultSchemaTableNameOrOptions extends keyof DefaultSchema["Tables"]
  ? DefaultSchema["Tables"][DefaultSchemaTableNameOrOptions] extends {
      Update: infer U
    }
    ? U
    : never
  : never

export type Enums<
  DefaultSchemaEnumNameOrOptions extends
    | keyof DefaultSchema["Enums"]
    | { schema: keyof DatabaseWithoutInternals },
  EnumName extends DefaultSchemaEnumNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals
  }
    ? keyof DatabaseWithoutInternals[DefaultSchemaEnumNameOrOptions["schema"]]["Enums"]
    : never = never
> = DefaultSchemaEnumNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
  ? DatabaseWithoutInternals[DefaultSchemaEnumNameOrOptions["schema"]]["Enums"][EnumName]
  : DefaultSchemaEnumNameOrOptions extends keyof DefaultSchema["Enums"]
  ? DefaultSchema["Enums"][DefaultSchemaEnumNameOrOptions]
  : never

export type CompositeTypes<
  PublicCompositeTypeNameOrOptions extends
    | keyof DefaultSchema["CompositeTypes"]
    | { schema: keyof DatabaseWithoutInternals },
  CompositeTypeName extends PublicCompositeTypeNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals
  }
    ? keyof DatabaseWithoutInternals[PublicCompositeTypeNameOrOptions["schema"]]["CompositeTypes"]
    : never = never
> = PublicCompositeTypeNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
  ? DatabaseWithoutInternals[PublicCompositeTypeNameOrOptions["schema"]]["CompositeTypes"][CompositeTypeName]
  : PublicCompositeTypeNameOrOptions extends keyof DefaultSchema["CompositeTypes"]
  ? DefaultSchema["CompositeTypes"][PublicCompositeTypeNameOrOptions]
  : never

export const Constants = {
  "public": {
          Enums: {
            "actor_role": ["customer", "merchant", "rider", "ops", "system"],"application_status": ["applied", "in_review", "returned", "approved", "rejected", "withdrawn"],"block_action": ["ordering", "claiming", "reviewing", "selling", "delivering"],"block_subject": ["customer", "merchant", "rider"],"booking_status": ["requested", "confirmed", "in_service", "done", "no_show", "cancelled"],"content_place": ["home_banner", "home_tile"],"cost_bearer": ["platform", "merchant", "shared"],"coupon_status": ["issued", "claimed", "used", "returned", "expired"],"delivery_incident_status": ["open", "resolved"],"delivery_status": ["unassigned", "offered", "assigned", "arrived_at_store", "picked_up", "arrived_at_customer", "delivered", "failed", "cancelled"],"dispatch_offer_status": ["offered", "accepted", "declined", "expired", "withdrawn"],"fulfillment_type": ["delivery", "pickup", "dine_in", "on_site", "voucher"],"invoice_buyer": ["person", "company"],"invoice_status": ["requested", "issued", "declined", "withdrawn", "voided"],"ledger_account_kind": ["psp_clearing", "customer_wallet", "customer_points", "merchant_payable", "rider_payable", "platform_commission", "delivery_revenue", "promo_expense", "refund_liability", "tax_payable", "cash_in_transit", "adjustments", "provider_fees"],"liable_party": ["customer", "merchant", "rider", "platform"],"license_status": ["submitted", "approved", "rejected"],"merchant_role": ["manager", "order_clerk", "courier"],"merchant_status": ["applied", "active", "suspended"],"ops_role": ["admin", "operations", "finance", "support"],"order_request_kind": ["slot", "edit", "cancel"],"order_request_status": ["open", "accepted", "declined", "expired"],"order_status": ["draft", "pending_payment", "placed", "accepted", "preparing", "ready", "in_delivery", "awaiting_pickup", "in_service", "completed", "rejected", "cancelled", "expired"],"payment_provider": ["wechat_pay", "alipay", "stripe", "wallet"],"payment_status": ["pending", "authorized", "captured", "partially_refunded", "refunded", "failed", "voided"],"payout_method": ["manual", "provider"],"payout_status": ["pending", "processing", "paid", "failed", "cancelled"],"penalty_kind": ["warning", "fine"],"penalty_status": ["issued", "appealed", "upheld", "withdrawn"],"print_status": ["queued", "sent", "printed", "failed"],"product_kind": ["goods", "service", "voucher"],"product_status": ["draft", "in_review", "published", "refused"],"promotion_kind": ["item_discount", "flash_sale", "spend_and_save", "coupon", "points", "delivery_discount"],"promotion_status": ["draft", "published", "paused", "ended"],"rate_rule_kind": ["base", "distance", "amount", "zone", "time_window", "weather", "weight"],"reconciliation_status": ["matched", "missing_here", "missing_there", "amount_differs"],"refund_status": ["requested", "merchant_approved", "merchant_rejected", "escalated", "platform_decided", "refunding", "refunded", "withdrawn"],"resource_template": ["ops_only", "public_read", "store_owned"],"rider_shift_status": ["booked", "started", "ended", "released", "missed"],"rider_status": ["offline", "online"],"risk_decision": ["allow", "hold", "block"],"risk_moment": ["order", "claim", "rider"],"screen_status": ["draft", "published", "archived"],"settlement_party": ["merchant", "rider"],"ticket_priority": ["low", "normal", "high", "urgent"],"ticket_status": ["open", "waiting", "answered", "resolved", "closed"],"voucher_status": ["issued", "redeemed", "expired", "refunded"]
          }
        }
} as const
